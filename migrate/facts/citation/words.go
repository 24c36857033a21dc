package citation

import "strings"

// The lists of words hold small letters; languages follow each other in the order English, French, Spanish, Portuguese,
// Italian, German, Dutch, Russian, Ukrainian, Arabic, Chinese and Japanese, others.

func words(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		for _, word := range strings.Fields(list) {
			set[word] = true
		}
	}
	return set
}

// actions are what a link says that leads to a file and does not name it.
var actions = words(
	`download downloads downloaded downloadable read access open view get see click here link more full text pdf file attachment available online now go visit web website page source`,
	`télécharger telecharger téléchargez téléchargement lire consulter accéder accès ouvrir voir cliquez cliquer ici lien suite plus intégral fichier disponible ligne`,
	`descargar descarga descargue descárguelo bajar leer acceder acceso abrir ver consultar clic haga aquí aqui enlace más completo archivo fichero disponible línea`,
	`baixar baixe transferir descarregar ler acessar acesse aceder abrir ver clique ligação mais arquivo ficheiro íntegra`,
	`scarica scaricare leggi leggere accedi apri vedi clicca qui collegamento scaricabile`,
	`herunterladen runterladen lesen öffnen ansehen anzeigen zum zur hier klicken mehr weiterlesen datei volltext verfügbar`,
	`downloaden lezen openen bekijken hier klik meer bestand`,
	`скачать загрузить читать открыть смотреть посмотреть здесь ссылка подробнее далее файл полный текст`,
	`завантажити читати відкрити переглянути тут посилання детальніше`,
	`تحميل تنزيل حمل اقرأ قراءة افتح عرض هنا اضغط انقر رابط المزيد ملف للتحميل لتحميل`,
	`下载 下載 点击下载 點擊下載 阅读 查看 打开 全文 更多 ダウンロード 閲覧 こちら 다운로드 보기`,
	`i̇ndir indir ladda ned läs last hämta lataa lue pobierz czytaj stáhnout stiahnuť letöltés descărcați descarcă λήψη κατεβάστε unduh baixa descarregar preuzmi preuzmite shkarko`,
)

// formats are what a link or a note in brackets says of a file's form.
var formats = words(
	`pdf doc docx word excel xls xlsx powerpoint ppt pptx epub mobi kindle zip html rtf odt csv txt mb kb gb mo ko go mib kib bytes octets мб кб ميغابايت`,
	`accessible web print printable low high res resolution size interactive colour color`,
)

// pageWords stand behind a number of pages.
var pageWords = words(`p p. pp pp. pg pg. pgs pgs. page pages seite seiten s s. página páginas pág pág. págs págs. pagina pagine pag pag. pagina's blz blz. с с. стр стр. страниц страницы ص ص. صفحة صفحات 页 頁 ページ`)

// fileNouns are what people call a file or the work in it, where no title is meant.
var fileNouns = words(
	`report reports publication publications document paper study brief briefing guide guidelines handbook book version edition copy resource note policy issue fact sheet factsheet toolkit manual executive summary leaflet brochure statement new latest title citation translation`,
	`rapport document publication étude guide manuel version édition traduction référence note fiche résumé dossier complet complète intégral intégrale`,
	`informe publicación documento estudio guía manual versión edición traducción referencia resumen texto completo completa íntegro`,
	`relatório publicação documento estudo guia versão edição tradução referência resumo`,
	`rapporto pubblicazione documento studio guida versione edizione traduzione completo completa integrale`,
	`bericht veröffentlichung publikation dokument studie leitfaden fassung version ausgabe übersetzung broschüre vollständiger vollständige ganzer`,
	`rapport publicatie document studie`,
	`доклад отчет отчёт публикация документ исследование руководство версия перевод полный полная`,
	`звіт публікація документ`,
	`التقرير تقرير المنشور الوثيقة وثيقة الدراسة دراسة النسخة الكامل الكاملة كامل`,
	`报告 出版物 文件 报告全文 報告書`,
)

// fillers may stand among those words without meaning anything of their own.
var fillers = words(
	`the a an this in as of for our to and or is are at on also only it`,
	`le la les l'étude du de des en au aux et ce cette sur également aussi est un une`,
	`el los las del al y este esta para también lo os as do da dos das em o no na também`,
	`il lo gli i in di della e anche per`,
	`der die das den dem des als auf im und auch ist`,
	`de het een als in ook`,
	`на в и для также`,
	`في من على و أيضا أيضاً باللغة النسخة`,
)

// proseEnds are words behind which a link goes on with a sentence.
var proseEnds = words(
	`the a an of for to from at on in by via and or please click see visit under with our is are be can also downloaded available accessed found read viewed consulted`,
	`téléchargé téléchargée disponible consulté descargado descargada disponible consultada baixado disponível scaricato disponibile heruntergeladen abrufbar verfügbar erhältlich доступен доступна доступно`,
	`le la les du de des au aux à sur pour et cliquez veuillez voir sous est sont`,
	`el la los las de del en para por y haga consulte pulse es son`,
	`o os as do da em no na clique por`,
	`il lo gli di del della qui clicca è`,
	`der die das den dem unter auf bei von zu und hier klicken ist sind finden`,
	`на в по и от для из`,
	`في من على إلى`,
)

// proseStarts are words with which a sentence begins that sends its reader somewhere, and no title.
var proseStarts = words(`see read please click visit download voir consultez cliquez veuillez téléchargez vea consulte haga descargue véase veja clique siehe lesen klicken смотрите читайте скачать انظر`)

// joiners stand between the names of bodies, and inside them.
var joiners = words(`and & et y e und и та і و og och ja ve oraz dhe`)

// weakJoiners are words for "and" that are more often something else: they count before the name of a body only.
var weakJoiners = words(`i a en`)

// prepositions open the part of a body's name that says what it is for.
var prepositions = words(
	`of for on in against to at with without from into by between under during`,
	`de des du d' pour sur contre à aux en dans par entre`,
	`del para por sobre contra con al a ante entre`,
	`do da dos das no na em di della dei degli delle per nel nella su`,
	`für gegen der des zur zum von im in zu über bei`,
	`van voor tegen met op`,
	`по для против в за о об при из на`,
	`з щодо`,
)

// smallWords may stand in small letters inside a name.
var smallWords = words(
	`of for on in against to the and & without at from with a an de des du d' la le les l' et pour contre à aux sur sans y e el los las del para por di della dei degli delle da do dos das und für der die das gegen zur zum von van het voor en i по и для в за о против`,
	`especially including particularly notamment compris especialmente insbesondere`,
)

// bodyWords are what bodies are.
var bodyWords = words(
	`organization organisation organizations organisations institute institution institutions university college school centre center council commission committee union ministry department
	agency agencies office bureau fund foundation programme program network alliance coalition association society federation confederation bank group initiative forum trust service services
	secretariat academy authority board cabinet chamber consortium corporation court directorate embassy faculty government inspectorate lab laboratory league library mission
	observatory parliament partnership police press rapporteur rapporteurs representative coordinator co-ordinator commissioner taskforce force team tribunal unit division branch cluster assembly congress envoy ombudsman ombudsperson
	clinic hub collective cooperative publishers publishing nations charity cross crescent watch monitor facility delegation collaborative platform house senate administration directorate-general charities conference experts
	company companies inc inc. ltd ltd. llp gmbh project campaign movement museum archive archives registry register auditors mayor agency's societies unions ngo ngos think-tank
	headquarters hospital church diocese caucus guild advocates presidency chancellery prosecutor prosecutors municipality republic kingdom commonwealth secretary-general army helpline hotline hotlines foundations institutes centers centres councils ministries departments governments parliamentarians`,
	`institut université école conseil comité ministère département agence fonds fondation programme réseau société fédération confédération banque groupe secrétariat académie autorité chambre cour
	ambassade gouvernement observatoire parlement délégation ligue défenseur mouvement association collectif croix-rouge haut-commissariat commissariat bureau centre coordination rapporteuse éditions presses nations
	coalition alliance plateforme mission office organisation commission union institution mairie préfecture direction service services caisse syndicat barreau croissant-rouge croix secours ministre délégué commissaire rapporteur gendarmerie police`,
	`organización organismo instituto universidad escuela centro consejo comisión comité unión ministerio departamento agencia oficina fondo fundación programa red alianza asociación sociedad federación confederación
	banco grupo iniciativa foro servicio secretaría academia autoridad cámara corte tribunal embajada gobierno observatorio parlamento delegación liga defensoría relatora relator dirección misión fiscalía comisionado naciones procuraduría patronato colectivo cooperativa junta plataforma
	coalición cruz ayuntamiento municipalidad alcaldía policía guardia sindicato colegio cátedra articulación movimiento campaña división subsecretaría viceministerio gobernación unidad pastoral presidencia judicatura congreso asamblea secretariado servicios médicos defensor procurador coordinadora laboratorio fundaciones`,
	`organização instituto universidade escola conselho comissão comitê ministério agência escritório fundo fundação rede aliança associação sociedade federação confederação fórum secretaria câmara embaixada governo observatório delegação nações gabinete defensoria procuradoria
	prefeitura coalizão cruz movimento pastoral polícia ordem faculdade coletivo núcleo comissariado direção direcção município secretariado alto-comissariado tribunal serviço guarda plataforma sindicato campanha parlamento grupo banco centro programa agência`,
	`organizzazione istituto università scuola consiglio commissione comitato unione ministero dipartimento agenzia ufficio fondo fondazione rete alleanza associazione società federazione confederazione banca gruppo segretariato autorità tribunale governo osservatorio nazioni garante
	croce comune regione presidenza prefettura questura procura polizia senato coalizione movimento cooperativa consorzio servizio servizi direzione sindacato piattaforma coordinamento centro parlamento medici chiesa campagna sportello ambasciata corte camera`,
	`rat kommission ausschuss amt agentur stiftung verband verein verbände netzwerk bündnis gesellschaft gruppe forum dienst sekretariat akademie behörde kammer gericht botschaft regierung bund bundesamt beauftragte beauftragter zentrum universität hochschule organisation rotes arbeitskreis koordinierungskreis verlag nationen werk kirche diakonie
	europarat bundesrat nationalrat ministerrat büro initiative kampagne gewerkschaft kreuz polizei parlament konferenz schule bank gemeinschaft klinik union verwaltung senat landesregierung bundesregierung`,
	`organisatie instituut universiteit raad commissie ministerie dienst stichting vereniging netwerk bureau verbond koninkrijk`,
	`организация организации институт университет школа центр совет комиссия комитет союз министерство департамент агентство управление бюро фонд программа сеть альянс ассоциация общество федерация банк группа форум секретариат академия палата суд посольство правительство обсерватория миссия нации наций докладчик представитель
	коалиция движение прокуратура полиция администрация инициатива платформа крест полумесяц объединение корпорация ассамблея парламент кабинет сенат омбудсман уполномоченный представительство издательство лаборатория консорциум служба отделение`,
	`організація інститут університет центр рада комісія комітет міністерство агентство управління фонд мережа асоціація служба`,
	`fundacja ministerstwo instytut uniwersytet centrum urząd komisja rada stowarzyszenie ministerul institutul fundația centrul agenția asociația ministarstvo zavod ured vijeće udruga sveučilište univerzitet ministerstvo ústav nadace úřad
	bakanlığı üniversitesi vakfı derneği idaresi müdürlüğü başkanlığı örgütü ministeriö yliopisto säätiö virasto minisztérium egyetem alapítvány υπουργείο πανεπιστήμιο ίδρυμα οργανισμός κέντρο`,
	`منظمة المنظمة معهد المعهد جامعة الجامعة مركز المركز مجلس المجلس لجنة اللجنة اتحاد الاتحاد وزارة الوزارة إدارة وكالة الوكالة مكتب المكتب المفوضية مفوضية صندوق مؤسسة برنامج شبكة تحالف جمعية الجمعية هيئة الهيئة بنك البنك مبادرة منتدى أمانة أكاديمية محكمة حكومة بعثة الأمم
	النيابة الشرطة البرلمان الحكومة الائتلاف ائتلاف المنتدى الشبكة البرنامج الصندوق المؤسسة التحالف الرابطة رابطة النقابة نقابة المحكمة الديوان ديوان الدائرة دائرة المديرية مديرية الأمانة السفارة سفارة البعثة الإدارة المبادرة منظمات`,
)

// roles are persons who publish in the name of their office. One office may have two of them: "Representative and Co-ordinator".
var roles = words(`representative coordinator co-ordinator rapporteur commissioner envoy adviser advisor représentant rapporteure coordonnateur coordinatrice relator coordinador representante beauftragter beauftragte koordinator`)

// bodyEndings are the ends of words that make a body of what stands before them, in languages that write both as one.
var bodyEndings = []string{
	"ministerium", "institut", "stiftung", "verband", "verein", "zentrum", "gesellschaft", "universität", "hochschule", "kommission", "agentur", "fonds", "akademie", "werk", "bundesamt", "ministerie", "instituut", "stelle", "gewerkschaft", "büro", "hilfswerk", "kriminalamt", "landesamt", "konferenz", "gemeinschaft", "polizei", "parlament", "gericht", "kammer", "myndigheten", "styrelsen", "rådet", "verket", "institutet", "direktoratet", "departementet",
	"組織", "组织", "署", "办公室", "办事处", "部", "局", "院", "厅", "省", "委员会", "委員会", "委員會", "基金会", "基金會", "大学", "大學", "研究所", "研究院", "中心", "机构", "機構", "機関", "协会", "協会", "协调小组", "小组", "总署", "联合国", "国連", "財団", "联盟", "出版社", "기구", "위원회", "재단", "연구소",
}

// works are words for what is published. A name that is one of a body has another noun before them.
var works = words(
	`report reports handbook handbooks guidelines guideline guide guides guidance toolkit toolkits manual manuals study studies paper papers brief briefing summary overview analysis analyses assessment assessments review reviews survey surveys findings
	trends challenges lessons recommendations principles framework frameworks strategy strategies plan plans standards training module modules evaluation evaluations factsheet case cases impact impacts practices experiences perspectives introduction
	volume vol part chapter annex appendix edition update proceedings convention protocol resolution bulletin newsletter stories voices approaches responses indicators statistics estimate estimates figures series draft note notes issue glossary checklist outlook mapping
	baseline commentary companion supplement version opportunities`,
	`rapport rapports manuel guide étude études résumé synthèse analyse évaluation enquête recommandations principes cadre stratégie plan normes formation tendances défis enjeux partie annexe édition actes protocole lignes directrices pratiques boîte`,
	`informe informes manual guía guías estudio estudios resumen análisis evaluación encuesta recomendaciones principios marco estrategia normas capacitación tendencias desafíos retos parte anexo edición protocolo directrices prácticas diagnóstico herramientas`,
	`relatório relatórios manual guia estudo estudos resumo análise avaliação pesquisa recomendações princípios estratégia desafios anexo edição diretrizes práticas`,
	`rapporto manuale guida studio sintesi analisi valutazione indagine raccomandazioni principi strategia sfide linee edizione`,
	`bericht berichte handbuch leitfaden leitlinien studie studien zusammenfassung überblick analyse bewertung umfrage empfehlungen grundsätze rahmen strategie herausforderungen teil anhang ausgabe auflage lagebild bestandsaufnahme`,
	`handleiding onderzoek samenvatting richtlijnen aanbevelingen`,
	`доклад доклады отчет отчёт руководство пособие исследование обзор анализ оценка рекомендации принципы стратегия тенденции часть приложение издание сборник`,
	`звіт посібник дослідження огляд аналіз рекомендації`,
	`تقرير دليل دراسة موجز ملخص تحليل تقييم مبادئ استراتيجية توصيات`,
)

// instruments are words for what states agree or lay down. They make a work of the name of a body: "Council of Europe
// Convention", "Security Council resolution".
var instruments = words(
	`convention conventions protocol protocols resolution resolutions declaration directive directives regulation regulations treaty covenant statute decree`,
	`protocole résolution déclaration règlement traité décret`,
	`convención convenio protocolo resolución declaración directiva reglamento tratado decreto`,
	`convenção resolução declaração diretiva regulamento`,
	`convenzione protocollo risoluzione dichiarazione direttiva regolamento trattato`,
	`konvention übereinkommen protokoll erklärung richtlinie verordnung`,
	`конвенция протокол резолюция декларация директива договор`,
	`اتفاقية بروتوكول قرار إعلان الاتفاقية البروتوكول`,
)

// topics are words for what bodies and works are about. A name of nothing else is no name: "Law and Policy".
var topics = words(
	`human rights trafficking labour labor slavery modern migration migrant migrants refugee refugees asylum forced child children women men girls boys youth family families gender health law laws justice crime crimes criminal drugs security
	defence defense peace conflict war policy policies politics education training skills employment work worker workers business trade industry economy economic economics social welfare culture cultural science scientific technology research development sustainable environment
	senior seniors elderly citizens disability disabilities energy industrial agriculture food water housing transport finance financial statistics information media communication digital cyber data safety protection prevention prosecution response action affairs foreign interior home public private
	international national regional global local strategic religious religion equality empowerment integration inclusion immigration border borders citizenship population humanitarian emergency disaster climate care support victims survivors persons people communities community
	society exploitation sexual violence abuse smuggling recruitment supply chains debt fees marriage domestic fishing armed covid covid-19 pandemic europe africa asia america america's legal medical technical judicial civil political federal rural urban tropical hygiene medicine east west north south middle world studies pacific caribbean arab gulf sahel balkans mediterranean baltic`,
	`droits droit homme humain humains traite travail forcé esclavage migrations migration migrants réfugiés enfants enfance femmes hommes jeunesse famille genre santé justice crime drogue sécurité paix conflit politique éducation formation emploi économie économique social sociale sociales
	culture science recherche développement environnement énergie agriculture logement transports finances information médias protection prévention affaires étrangères intérieur public publique égalité intégration victimes personnes europe afrique asie monde`,
	`derechos derecho humanos humano trata trabajo forzoso esclavitud migración migraciones migrantes refugiados niños niñez infancia mujeres hombres juventud familia género salud justicia delito crimen drogas seguridad paz conflicto política educación empleo economía económico social sociales
	cultura ciencia investigación desarrollo ambiente energía agricultura vivienda transporte hacienda información medios protección prevención asuntos exteriores interior público pública igualdad integración víctimas personas europa áfrica asia mundo`,
	`direitos humanos tráfico trabalho forçado escravidão migração migrações refugiados crianças mulheres juventude família saúde justiça crime drogas segurança pública paz política educação emprego economia cultura ciência pesquisa desenvolvimento ambiente energia igualdade vítimas pessoas`,
	`diritti umani tratta lavoro forzato schiavitù migrazione migrazioni rifugiati minori donne giovani famiglia salute giustizia crimine droga sicurezza pace politica istruzione economia cultura scienza ricerca sviluppo ambiente vittime persone affari esteri`,
	`menschenrechte menschenhandel arbeit zwangsarbeit sklaverei migration flüchtlinge kinder frauen männer jugend familie senioren gesundheit justiz recht kriminalität drogen sicherheit frieden konflikt politik bildung beschäftigung wirtschaft soziales kultur wissenschaft forschung entwicklung zusammenarbeit umwelt energie
	landwirtschaft ernährung verkehr finanzen statistik medien schutz verbraucherschutz inneres auswärtige angelegenheiten gleichstellung integration opfer europa`,
	`mensenhandel rechten arbeid migratie vluchtelingen kinderen vrouwen veiligheid justitie`,
	`права правам человека прав торговля торговли людьми труд труда рабство миграция миграции беженцев детей женщин здоровье здравоохранения преступность преступности наркотикам безопасность безопасности мир образование экономика экономики культура культуры наука развитие развития защита жертв европе европы`,
)

// accompanied are the words that bring in another body.
var accompanied = []string{
	"on behalf of", "pour le compte de", "im Auftrag von", "in partnership with", "in collaboration with", "in cooperation with", "in co-operation with", "in association with", "in conjunction with", "jointly with", "together with", "along with", "with",
	"en partenariat avec", "en collaboration avec", "en coopération avec", "conjointement avec", "avec",
	"en colaboración con", "en cooperación con", "en asociación con", "junto con", "conjuntamente con", "con",
	"em parceria com", "em colaboração com", "com", "in collaborazione con", "insieme a", "in Zusammenarbeit mit", "gemeinsam mit", "mit", "in samenwerking met",
	"в сотрудничестве с", "в партнерстве с", "совместно с", "у співпраці з", "بالتعاون مع", "بالشراكة مع",
}

// supporters are the words that bring in a body that gave money and did not publish.
var supporters = []string{
	"with the financial support of", "with the support of", "with support from", "with support of", "with funding from", "supported by", "funded by", "financed by", "sponsored by",
	"avec le soutien de", "avec l'appui de", "financé par", "con el apoyo de", "financiado por", "com o apoio de", "con il sostegno di", "mit Unterstützung von", "gefördert von", "gefördert durch", "при поддержке", "بدعم من",
}

// makers are the words between a title and who made it; makerWords those that may stand before or with them.
var (
	makers     = words(`by par por von door durch bởi`)
	makerVerbs = words(`published produced prepared developed written edited issued commissioned publié publiée publiés publiées édité éditée éditées rédigé rédigée réalisé réalisée publicado publicada editado elaborado elaborada pubblicato edito herausgegeben veröffentlicht uitgegeven издано подготовлено`)
	makerWords = words(`by par por von door durch bởi published produced prepared developed written edited publié publiée édité publicado publicada editado elaborado elaborada pubblicato herausgegeben veröffentlicht издано подготовлено publisher éditeur editorial herausgeber`)
)

// places are where publishers sit, as bibliographies name them.
var places = func() map[string]bool {
	set := map[string]bool{}
	for name := range strings.SplitSeq(`geneva|genève|genf|ginebra|genebra|ginevra|женева|جنيف|日内瓦|vienna|vienne|wien|viena|вена|فيينا|维也纳|london|londres|londra|paris|parís|brussels|bruxelles|brüssel|bruselas|bruxelas|
		rome|roma|rom|new york|new york city|nueva york|nova york|nova iorque|нью-йорк|نيويورك|纽约|washington|washington dc|washington, dc|washington d.c|washington, d.c|bangkok|nairobi|amsterdam|the hague|la haye|den haag|la haya|
		berlin|berlín|bonn|wiesbaden|frankfurt|hamburg|munich|münchen|bern|berne|zurich|zürich|stockholm|oslo|copenhagen|helsinki|warsaw|budapest|prague|praha|bucharest|sofia|belgrade|sarajevo|skopje|tirana|pristina|chisinau|kyiv|kiev|киев|минск|
		moscow|moscou|москва|strasbourg|luxembourg|dublin|edinburgh|glasgow|manchester|oxford|cambridge|madrid|barcelona|lisbon|lisboa|lisbonne|athens|ankara|istanbul|tbilisi|yerevan|baku|astana|almaty|tashkent|bishkek|dushanbe|
		montreal|montréal|ottawa|toronto|boston|chicago|los angeles|san francisco|mexico city|ciudad de méxico|méxico|bogotá|lima|quito|santiago|buenos aires|montevideo|brasília|são paulo|rio de janeiro|caracas|san josé|guatemala city|kingston|
		johannesburg|pretoria|cape town|addis ababa|addis-abeba|kampala|dar es salaam|lagos|abuja|accra|dakar|abidjan|rabat|tunis|algiers|alger|cairo|le caire|القاهرة|beirut|beyrouth|بيروت|amman|عمان|damascus|baghdad|doha|dubai|manama|jerusalem|
		варшава|париж|лондон|рим|брюссель|прага|бишкек|ташкент|астана|алматы|кишинев|кишинёв|ереван|баку|тбилиси|санкт-петербург|стокгольм|хельсинки|
		new delhi|delhi|mumbai|dhaka|kathmandu|colombo|islamabad|kabul|yangon|hanoi|phnom penh|vientiane|manila|jakarta|kuala lumpur|hong kong|beijing|北京|shanghai|tokyo|東京|seoul|canberra|sydney|melbourne|suva`, "|") {
		set[strings.TrimSpace(name)] = true
	}
	return set
}()
