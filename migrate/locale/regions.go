package locale

// regions are names of regions of the world that have no code of UN M49 and that publications are filed under all the same, each with
// its names in other languages: regions of the offices and commissions of the United Nations, unions of states, stretches of land. Those
// that are two regions with a word between them need no line.
var regions = []string{
	"Middle East|Near East|Moyen-Orient|Moyen Orient|Proche-Orient|Proche Orient|Oriente Medio|Oriente Próximo|Medio Oriente|Cercano Oriente|Médio Oriente|Oriente Médio|" +
		"Naher Osten|Nahost|Mittlerer Osten|Ближний Восток|الشرق الأوسط|中东|Midden-Oosten|Близький Схід|中東|Bliski Wschód|Orta Doğu|Ortadoğu|Mellanöstern|Timur Tengah|Vicino Oriente|Nabije Oosten",
	"Middle East and North Africa|MENA|MENA region|Middle East & North Africa (MENA)|Middle East/North Africa|North Africa and the Middle East|Near East and North Africa|" +
		"Moyen-Orient et Afrique du Nord|Afrique du Nord et Moyen-Orient|Oriente Medio y Norte de África|Oriente Medio y África del Norte|Oriente Médio e Norte de África|" +
		"Naher Osten und Nordafrika|Ближний Восток и Северная Африка|الشرق الأوسط وشمال أفريقيا|الشرق الأوسط وشمال إفريقيا|中东和北非|NENA",
	"Arab States|Arab region|Arab world|Arab countries|États arabes|Pays arabes|Monde arabe|Région arabe|Estados Árabes|Países Árabes|Mundo árabe|Arabische Staaten|Arabische Welt|" +
		"Арабские государства|Арабские страны|Арабский мир|الدول العربية|المنطقة العربية|العالم العربي|الوطن العربي|阿拉伯国家",
	"European Union|EU|E.U|EU countries|EU Member States|EU-27|EU27|EU-28|EU28|Union européenne|UE|U.E|Unión Europea|União Europeia|Europäische Union|Unione europea|" +
		"Европейский союз|ЕС|الاتحاد الأوروبي|欧盟|欧洲联盟|Europese Unie|Європейський Союз|Unia Europejska|Avrupa Birliği|Uniunea Europeană|Evropská unie|Europeiska unionen",
	"Balkans|The Balkans|Western Balkans|West Balkans|Balkan|Balkan countries|Balkan States|Les Balkans|Balkans occidentaux|Balcanes|Los Balcanes|Balcanes Occidentales|Balcãs|Bálcãs|Balcãs Ocidentais|" +
		"Westbalkan|Balcani|Balcani occidentali|Балканы|Западные Балканы|البلقان|غرب البلقان|巴尔干|西巴尔干|Westelijke Balkan|Zapadni Balkan|Ballkani Perëndimor",
	"South-Eastern Europe|South-East Europe|Southeast Europe|Southeastern Europe|South Eastern Europe|South East Europe|Europe du Sud-Est|Sudeste de Europa|Europa Sudoriental|" +
		"Sudeste Europeu|Südosteuropa|Europa sud-orientale|Юго-Восточная Европа|جنوب شرق أوروبا|东南欧",
	"Central Europe|Central and Eastern Europe|Central & Eastern Europe|CEE|Europe centrale|Europe centrale et orientale|Europa Central|Europa Central y Oriental|Europa Central e Oriental|Europa del Este|" +
		"Mitteleuropa|Mittel- und Osteuropa|Zentraleuropa|Europa centrale|Europa centro-orientale|Центральная Европа|Центральная и Восточная Европа|中欧|中东欧",
	"Eastern Europe and Central Asia|Eastern Europe & Central Asia|EECA|Europe and CIS|Europe orientale et Asie centrale|Europe de l'Est et Asie centrale|Восточная Европа и Центральная Азия",
	"Eastern Partnership|Partenariat oriental|Östliche Partnerschaft|Восточное партнерство",
	"Commonwealth of Independent States|CIS|CIS countries|Communauté des États indépendants|CEI|Comunidad de Estados Independientes|Gemeinschaft Unabhängiger Staaten|" +
		"Содружество Независимых Государств|СНГ|رابطة الدول المستقلة|独联体",
	"Baltic States|Baltic countries|Baltics|Baltic region|Pays baltes|États baltes|Países bálticos|Estados bálticos|Baltikum|Paesi baltici|Страны Балтии|Прибалтика|Балтия",
	"Nordic countries|Nordic region|Scandinavia|Pays nordiques|Scandinavie|Países nórdicos|Escandinavia|Escandinávia|Nordische Länder|Skandinavien|Nordeuropa|Paesi nordici|Скандинавия|Norden",
	"Benelux|Bénélux|Бенилюкс",
	"British Isles|England|Scotland|Wales|Northern Ireland|Angleterre|Écosse|Pays de Galles|Irlande du Nord|Inglaterra|Escocia|Gales|Irlanda del Norte|Escócia|País de Gales|" +
		"Irlanda do Norte|Schottland|Nordirland|Inghilterra|Scozia|Irlanda del Nord|Англия|Шотландия|Уэльс|Северная Ирландия",
	"Caucasus|South Caucasus|Southern Caucasus|North Caucasus|The Caucasus|Caucase|Caucase du Sud|Cáucaso|Cáucaso Sur|Cáucaso Meridional|Kaukasus|Südkaukasus|Caucaso|" +
		"Кавказ|Южный Кавказ|Северный Кавказ|القوقاز|جنوب القوقاز|高加索|南高加索",
	"Mediterranean|Mediterranean region|The Mediterranean|Central Mediterranean|Eastern Mediterranean|Euro-Mediterranean|Euromed|Méditerranée|Bassin méditerranéen|Méditerranée centrale|" +
		"Mediterráneo|Mediterrâneo|Mittelmeer|Mittelmeerraum|Mediterraneo|Средиземноморье|البحر الأبيض المتوسط|منطقة البحر المتوسط|地中海",
	"Maghreb|Maghreb countries|Arab Maghreb|Pays du Maghreb|Magreb|Países del Magreb|Magrebe|Maghrib|Магриб|المغرب العربي|المغرب الكبير|马格里布",
	"Mashreq|Mashriq|Machrek|Mashrek|Levant|The Levant|Mashrek|Levante|Машрик|المشرق العربي|بلاد الشام",
	"Sahel|The Sahel|Sahel region|Sahel and West Africa|Le Sahel|Région du Sahel|Sahelzone|Sahelregion|Сахель|Сахел|الساحل|منطقة الساحل|萨赫勒|萨赫勒地区|Central Sahel|G5 Sahel|Sahel central",
	"Horn of Africa|The Horn of Africa|Corne de l'Afrique|Corne d'Afrique|Cuerno de África|Chifre da África|Corno de África|Horn von Afrika|Hoorn van Afrika|Corno d'Africa|Африканский Рог|القرن الأفريقي|القرن الإفريقي|非洲之角",
	"Great Lakes|Great Lakes region|African Great Lakes|Great Lakes Region of Africa|Grands Lacs|Région des Grands Lacs|Grandes Lagos|Región de los Grandes Lagos|Große Seen|منطقة البحيرات الكبرى|Район Великих озер",
	"Lake Chad Basin|Lake Chad region|Bassin du lac Tchad|Cuenca del lago Chad|Tschadseebecken|Бассейн озера Чад|حوض بحيرة تشاد",
	"West and Central Africa|Western and Central Africa|West & Central Africa|WCA|WCAR|Afrique de l'Ouest et du Centre|Afrique occidentale et centrale|África Occidental y Central|África Ocidental e Central|" +
		"Западная и Центральная Африка|غرب ووسط أفريقيا",
	"East and Southern Africa|Eastern and Southern Africa|East & Southern Africa|Eastern & Southern Africa|ESA region|Afrique de l'Est et australe|Afrique orientale et australe|África Oriental y Meridional|" +
		"Восточная и Южная Африка|شرق وجنوب أفريقيا",
	"East and Horn of Africa|East Africa and the Great Lakes|East and Central Africa|North and West Africa|Francophone Africa|Afrique francophone|Anglophone Africa|Lusophone Africa",
	"African Union|Union africaine|Unión Africana|União Africana|Afrikanische Union|Африканский союз|الاتحاد الأفريقي|ECOWAS|CEDEAO|CÉDÉAO|SADC|IGAD|CEMAC|UEMOA",
	"Asia-Pacific|Asia Pacific|Asia/Pacific|Asia and the Pacific|Asia & the Pacific|Asia and Pacific|Asia & Pacific|APAC|Asie-Pacifique|Asie Pacifique|Asie et Pacifique|Asia y el Pacífico|Asia-Pacífico|" +
		"Asia y Pacífico|Ásia e Pacífico|Ásia-Pacífico|Asien-Pazifik|Asien und Pazifik|Asien-Pazifik-Raum|Asia e Pacifico|Азия и Тихий океан|Азиатско-Тихоокеанский регион|آسيا والمحيط الهادئ|آسيا والمحيط الهادي|亚太|亚太地区|亚洲及太平洋|亚洲和太平洋",
	"East Asia and the Pacific|East Asia & Pacific|East Asia and Pacific|East Asia & the Pacific|Asie de l'Est et Pacifique|Asie orientale et Pacifique|Asia Oriental y el Pacífico|Восточная Азия и Тихий океан",
	"Pacific|The Pacific|Pacific Islands|Pacific region|Pacific Island countries|South Pacific|Pacific States|Pacifique|Pacifique Sud|Îles du Pacifique|Pacífico|Islas del Pacífico|" +
		"Pazifik|Pazifische Inseln|Pacifico|Острова Тихого океана|المحيط الهادئ|جزر المحيط الهادئ|太平洋|太平洋岛国",
	"Mekong|Greater Mekong|Greater Mekong Sub-region|Greater Mekong Subregion|Mekong region|Mekong subregion|GMS|Sous-région du Mékong|Grand Mékong|Subregión del Mekong|Mekong-Region|大湄公河次区域|湄公河",
	"ASEAN|ASEAN region|ASEAN countries|ANASE|АСЕАН|رابطة أمم جنوب شرق آسيا|东盟|SAARC",
	"Indian Ocean|Océan Indien|Océano Índico|Oceano Índico|Indischer Ozean|Indian Ocean region|المحيط الهندي|印度洋|Himalaya|Hindu Kush Himalaya|Himalayas|Indian subcontinent",
	"Gulf|Gulf States|Gulf countries|Gulf region|Persian Gulf|Arab Gulf|Gulf Cooperation Council|GCC|GCC countries|GCC States|Pays du Golfe|États du Golfe|Golfe|Países del Golfo|Estados del Golfo|CCG|" +
		"Golfstaaten|Paesi del Golfo|Страны Персидского залива|دول الخليج|دول الخليج العربي|دول مجلس التعاون الخليجي|الخليج|الخليج العربي|海湾国家",
	"Latin America and the Caribbean|Latin America & the Caribbean|Latin America & Caribbean|Latin America/Caribbean|LAC region|Latin America, Caribbean|LATAM|Latin American and Caribbean States|GRULAC|" +
		"Amérique latine & Caraïbes|Amérique latine-Caraïbes|Latinoamérica|Latinoamérica y el Caribe|Latinoamérica y Caribe|Iberoamérica|Ibero-America|América Latina y El Caribe|Lateinamerika und Karibik|" +
		"Lateinamerika und die Karibik|America Latina e Caraibi|Латинская Америка и Карибский бассейн|Латинская Америка и страны Карибского бассейна|أمريكا اللاتينية والكاريبي|" +
		"أمريكا اللاتينية ومنطقة البحر الكاريبي|拉丁美洲和加勒比|拉丁美洲及加勒比|拉美",
	"Mesoamerica|Mesoamérica|Mésoamérique|Mesoamerika|Northern Triangle|Northern Central America|Triángulo Norte|Norte de Centroamérica|Triangle du Nord|Centroamérica|América Central y México|" +
		"Central America and Mexico|Mexico and Central America|North and Central America|Central America and the Caribbean",
	"Andes|Andean region|Andean countries|Andean Community|Région andine|Pays andins|Región Andina|Países Andinos|Comunidad Andina|Região Andina|Anden|Andenländer|Anden-Region|Андские страны",
	"Southern Cone|Cono Sur|Cône Sud|Cone Sul|Mercosur|Mercosul|Amazon|Amazonia|Amazon Basin|Amazonie|Amazonía|Amazônia|Amazonas-Region|Sudamérica|South America and Mexico|Norteamérica",
	"Caribbean region|CARICOM|Eastern Caribbean|Caribbean States|English-speaking Caribbean|Dutch Caribbean|Le Caraïbe|Caraïbes orientales|Antilles|West Indies|Antillas",
	"African States|Eastern European States|Western European and other States|Western European and Others|Western Europe and Others|WEOG|Asia-Pacific States|Estados de África|États d'Afrique",
	"ACP|ACP countries|Pays ACP|Africa, Caribbean and Pacific|African, Caribbean and Pacific States|Afrique, Caraïbes et Pacifique|OECD countries|Commonwealth countries|EMEA",
	"Global South|Global North|Sud global|Sur Global|Sul Global|Globaler Süden|Sud du monde|Глобальный Юг|الجنوب العالمي|全球南方",
	"International|Internacional|Internazionale|Internationaal|Международный|دولي|国际|Globally|Global level|Global / worldwide|World-wide|Whole world|All regions|All countries|Around the world|Mundial|A nivel mundial|Dans le monde|Monde entier|Toutes les régions|Todas las regiones|" +
		"Todo el mundo|Le monde entier|Mondiale|Weltweites|Mondiaal|Wereldwijd|Глобальный|Во всем мире|Весь мир|عالمي|العالم|جميع أنحاء العالم|全球|Światowy|Küresel|Dünya geneli|Globaal|Globalny",
	"Arctic|Arctic region|The Arctic|Arctique|Ártico|Arktis|Арктика|القطب الشمالي|北极|Antarctic|Antarctique|Eurasia|Eurasie|Eurasien|Евразия|أوراسيا|欧亚大陆|Black Sea|Black Sea region|Mer Noire|Mar Negro|Schwarzes Meer|Черное море",
	"Kurdistan|Kurdistan Region of Iraq|Iraqi Kurdistan|Gaza|Gaza Strip|West Bank|Bande de Gaza|Cisjordanie|Franja de Gaza|Cisjordania|Gazastreifen|Westjordanland|Сектор Газа|قطاع غزة|الضفة الغربية",
	"Francophonie|Pays francophones|Espace francophone|Dach|DACH-Region|D-A-CH|Outre-mer|Overseas territories|Outermost regions",
}
