package locale

// months are the names of the months, twelve a line, with the forms that dates take and the usual abbreviations.
var months = []string{
	// English, French, Spanish, Portuguese, German, Italian, Dutch
	"January,Jan|February,Feb|March,Mar|April,Apr|May|June,Jun|July,Jul|August,Aug|September,Sept,Sep|October,Oct|November,Nov|December,Dec",
	"janvier,janv|février,févr,fév|mars|avril,avr|mai|juin|juillet,juil|août|septembre|octobre|novembre|décembre,déc",
	"enero,ene|febrero|marzo|abril,abr|mayo|junio|julio|agosto,ago|septiembre,setiembre,set|octubre|noviembre|diciembre,dic",
	"janeiro|fevereiro,fev|março|abril|maio|junho|julho|agosto|setembro|outubro,out|novembro|dezembro,dez",
	"Januar,Jänner,Jän|Februar,Feber|März,Maerz,Mrz|April|Mai|Juni|Juli|August|September|Oktober,Okt|November|Dezember",
	"gennaio,gen|febbraio,febbr|marzo|aprile|maggio,mag|giugno,giu|luglio,lug|agosto|settembre,sett|ottobre,ott|novembre|dicembre",
	"januari|februari|maart,mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
	// Russian, Ukrainian
	"январь,января,янв|февраль,февраля,фев,февр|март,марта,мар|апрель,апреля,апр|май,мая|июнь,июня,июн|июль,июля,июл|август,августа,авг|" +
		"сентябрь,сентября,сен,сент|октябрь,октября,окт|ноябрь,ноября,ноя,нояб|декабрь,декабря,дек",
	"січень,січня,січ|лютий,лютого,лют|березень,березня,бер|квітень,квітня,квіт|травень,травня,трав|червень,червня,черв|липень,липня,лип|" +
		"серпень,серпня,серп|вересень,вересня,вер|жовтень,жовтня,жовт|листопад,листопада,лист|грудень,грудня,груд",
	// Arabic: as in Egypt, in the Maghreb, in Iraq and the Levant
	"يناير|فبراير|مارس|أبريل,إبريل|مايو|يونيو,يونيه|يوليو,يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
	"جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت,غشت|سبتمبر,شتنبر|أكتوبر|نوفمبر,نونبر|ديسمبر,دجنبر",
	"كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
	// Chinese and Japanese
	"一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月",
	// Polish, Turkish, Czech, Swedish, Danish and Norwegian, Finnish, Romanian, Greek, Indonesian, Catalan
	"styczeń,stycznia,sty|luty,lutego,lut|marzec,marca|kwiecień,kwietnia,kwi|maj,maja|czerwiec,czerwca,cze|lipiec,lipca,lip|sierpień,sierpnia,sie|" +
		"wrzesień,września,wrz|październik,października,paź|listopad,listopada,lis|grudzień,grudnia,gru",
	"Ocak,Oca|Şubat,Şub|Mart|Nisan,Nis|Mayıs|Haziran,Haz|Temmuz,Tem|Ağustos,Ağu|Eylül,Eyl|Ekim,Eki|Kasım,Kas|Aralık,Ara",
	"leden,ledna|únor,února|březen,března|duben,dubna|květen,května|červen,června|červenec,července|srpen,srpna|září|říjen,října|listopad,listopadu|prosinec,prosince",
	"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
	"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december,des,desember",
	"tammikuu,tammikuuta|helmikuu,helmikuuta|maaliskuu,maaliskuuta|huhtikuu,huhtikuuta|toukokuu,toukokuuta|kesäkuu,kesäkuuta|heinäkuu,heinäkuuta|" +
		"elokuu,elokuuta|syyskuu,syyskuuta|lokakuu,lokakuuta|marraskuu,marraskuuta|joulukuu,joulukuuta",
	"ianuarie,ian|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie,noi|decembrie",
	"Ιανουάριος,Ιανουαρίου|Φεβρουάριος,Φεβρουαρίου|Μάρτιος,Μαρτίου|Απρίλιος,Απριλίου|Μάιος,Μαΐου|Ιούνιος,Ιουνίου|Ιούλιος,Ιουλίου|" +
		"Αύγουστος,Αυγούστου|Σεπτέμβριος,Σεπτεμβρίου|Οκτώβριος,Οκτωβρίου|Νοέμβριος,Νοεμβρίου|Δεκέμβριος,Δεκεμβρίου",
	"Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember",
	"gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre",
}
