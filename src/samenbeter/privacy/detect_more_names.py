"""More names as people in a Dutch neighbourhood have them; see detect_given_names. No list of existing persons."""

GIVEN_TOO = """
adelheid agnes albertine aldert alwin alwine angelina ankia ankie annefleur annegreet annelore annelot annerieke antonie arianne arjo arlette aukje
babs barbera barend bartel bauke beatrijs benita benno bernadet berry berthe bertjan bettie birgit britta candice cariena carine carolijn catelijne
celine christianne cisca clarissa clasien coenraad connie corinna cyriel delia desi diantha diederick dieke dini dinja dorine dorothe dries edzard
egon eleonora ellemieke elma elmer elvira emmely estelle evelyne ewald ewout felicity filippa fiona florence francisca frederique frida gabe gea geke
gerdy gradus guda gwendolyn hajo hannelore hanno harma harmke hayo hedy heidi hester ilja ineke inez ivar jacintha jackie jacolien janita jannet
jantien jantiene jarno jella jelmar jerom jochum johanneke jolein jonas jordi jordy jorg jorien jorik jorina jorinde jurrien kars kornelis lennard
lodewijk luit marga marja marjet marnix meine merlijn onno pelle reijer rein reinout reitze remmert rinke robbie roelant sibe sytse taco tammo teije
theun tiede tjebbe twan udo valentin yannick yoran
aartie abdurrahim adonay alparslan anneloes anoesha antonetta asmerom berendina bisnoe blazej cezary chakir chitra cornelius dahlak danylo demian
dharmen djaimy djay donny durk dwayne ece efrem egbert egbertus elanur elias elilta elwira emiliia engelbert faizel fana farzana ferzana fikru fiyori
franciska ger gerardina gonda hasna hazal henos hielke hiyab ilayda illia ishwar ivanna jacobus jagdish jagoda jair jamaludin jawad jaylinn jeremy
jitse jolka josina kajetan kasjan kayleigh kira kylie kyrylo lambertus leokadia leonarda lesia lidiia lijsbeth lilia lorenzo lucjan ludwik maksymilian
malati marcelina marissa matvii mechteld metehan mihret milkias miranda mirek mitch mohini mulugeta myroslava nahom naod nazir nehir nigel nikodem
nordine nourdin oliwier oskar othmane patrycja petronel poonam poyraz rabin raymon reshmi rico ritesh roksana romano roshan rowan rowena rudolphus
sabina samara saron selihom serhiy shaila shakuntala sharona soenil sonia stacey sude sudenaz sviatoslav szczepan tamar teofil teunisje theodorus
tigist tjerk tristan tuana tymur usharani vasylyna viacheslav vladyslav wiebren wilhelminus wilhelmus wincenty worku wubbe yafet yagmur yahya yashna
yehor yigit yoeri yonatan youri ytsje zaineb zakariya zerabruk zosia zoya zuza
aafje aagje aagtje abdelhafid abdellatif abderrazak abdulaziz abdulkarim abrehet adhanom adiam adriaantje agata akberet alberdina albertje aleyna
alganesh aline almaz amleset amy anastasiia anatolii andriy andrzej anouk antje antonius anzhelika aregash arentje arianna artem asmeret asuman awet
ayden aytekin azeb azieb barbara bartek bashar batuhan baukje benito benja bente bereket berekti berkay betje bhagwandin bhoewan biniyam bisrat bjorn
bodhi boguslaw bohdan bohdana borys bouke bouwe brecht bregje bulent cagla caitlin carmelita catrien celina ceren chanel charlie chloe christel
clazien coosje czeslaw daniat daryna dejen denys desbele devika dewanand dharmvir dima dinie djamilla dmytro dominik doutzen duaa durkje duuk eduard
eefke eeltje ellis elmira eloise elzbieta embaye emmelie eppie ergun errol esmay ettje evertje evi eymen eyob fadwa fahri fatna fayez fedde feike
felien ferdi ferehiwot ferre feruz finn fitsum fokje franciszek fransje freweini frezghi funda gaitrie gangaram gebre gebrehiwet gebremariam genet
genowefa gerardus gerritdina gertrude gesina gezina ghada ghassan ghenet ghirmay gijsje girmay gonca grada grietje guusje guven haben habte hacer
hadas haddas hagos haifa hajiba halyna hande hanka hanny hanoeman hayri hazem heintje hendrikus henok henryk hermina hermon hilal hilligje hiltje
hiwet huibert hussam ieke ihor ilknur indy inna isabeau isaias issayas ivan izabela jacek jacomina jaimie jaiwant jankie jantina japke jayant jayda
jaydee jayson jeltje jenthe jentje johannus jonathan joukje jozefa julie jumana justyna juul kacper kahsay kamila kaoutar karol karolina kaylee
kazimierz keano kenneth kenza kesete khawla kibrom kiflom kinga klaudia klazien klazina kokob krzysiek kseniia kyan lammie lara larysa leendertje
lemlem leontine leszek letebrhan letekidan levin liene lieuwe liliia liudmyla lois lotje luam lubbert lucretia lucyna lujain luka lukas lutgert lyam
maan madhuri maher mahinder maja majd majed maksym malti marcin margje marharyta mariia marleentje marlena marrigje maryna marzena mattheus mauro mays
maysa mazen mbarka medhanie medhin mehret meintje merhawi merhawit mesfin michaele mieczyslaw mikal milton miroslaw moataz mulubrhan mussie mykhailo
nadiia nagihan natnael nazar necla neeltje negassi nellis nigisti nikki ninthe nishant oemrawsingh okbay oleksandra oleksii oleksiy oliwia omaima
orest orpheo ostap oumaima patryk paulina pavlo pepijn petro petros philou pietertje pleuntje polina popke przemek przemyslaw puk qusai radek radoslaw
raghad rahwa reem reginald reina remziye reshma riham rinske robel roef roelfje roksolana roman romee rommert rostyslav rula ruslana ruta ruthline
samer samiha samson sandhya sanna sawsan sebastian sedat semere senna sennait sepp sergiy shantie sheela sheryl shewit shurwin siebren sigmund sijbren
silke silvana simret sipke siska soenita soerdjan soeresh sofiia solomiia solomiya solomon stanislav sterre sukru sumintra sumitra surinder sylwia
szymon tadeusz taim tamer taras tedros tesfahans tesfamariam tesfit teunis tewelde tewolde thijmen tieme tirhas tjalling tobi trui tsega tsegereda
tsehay tsion tymofii uliana ummuhan urszula urvin vadym vajen valentijn valentyna valeriia vidya vigo viktoriia viresh virginia vitalii weldu wendell
weronika wiep wiepke wieslaw wijtske wiktoria willempje wimala witold wladyslaw wobke wolter xavi xaviera yamen yaroslav yaroslava yasar yazan yemane
yeva yevhen yevheniia yodit yohannes yosief ype yuliia zbyszek zdzislaw zeb zeina zekarias zenon zerai zineb zoriana zufan zuleyha zygmunt
"""

SURNAMES_TOO = """
es os ee ommen eck ess
aalders abbassi aboutaleb abraha abrahams acar achmiz adema afkir akbas akbulut akkari aksoy aktas alberga alberts alders althuis altin amerongen
amghar aoulad arendsen arikan asfaha asik assink atas atay avci aygun ayhan azizi azzaoui bachiri baghdadi bakkari bakkers bakkum balci baldewsingh
barendrecht barendse barkani basar baskan bastiaans bayrak beck beckers beekhuis bektas belhaj belkadi benhaddou benjelloun bennani bennis bensaid
benschop bergh bergsma berhe berkani berkel beumer beune bierens biesheuvel biharie bilgin bissesar blankestijn blijd blokland boedhoe boekel boelens
boerma boiko bondarenko bonten boonstra bootsma bosscher boukhari boulahrouz boumans boussaid bouwmeester bouzidi boyko bozkurt brandsma brandt bremer
brinkman broekhuis bronkhorst bruggeman bruggink bruijne bruine bruinsma bulthuis burleson buuren cakir candan capar celebi cevik chafi chahid chakir
chander ciftci coban codrington cosar coskun cuijpers dabrowski dahmani dalen damen damstra daoudi debipersad dekens demirci demirel derksen deurloo
dihal dijkhuizen dincer doerga doesburg dongen doorenbos douiri douma draaijer drenth dries driesen dudek duijvestijn duivenvoorden durmaz eeden
eersel egberts eijkelkamp elfassi elzinga emanuels erdem erdogan ergin ersoy esajas esch faber fakhri farissi feenstra feitsma fernandes filali
gajadien ganpat gebremedhin gebreyesus geerlings gelderen gerrits geurts ghebre ghebremichael gils ginkel girjasing gobardhan goedhoop goor gorski
gorter gosens goudriaan graanoogst grabowski griffioen grootveld guerroudj gultekin gunes gungor guven haandrikman haaren haasnoot habtemariam hachimi
haddouchi halabi hamidi hammouti hamstra hamwi hanegraaf hariri harmsen harpal harrak haverkamp haverkort heemskerk heerema heijde heijmen hellendoorn
hemert hendrix heyden hidding hilali hilhorst hiralal hoeksema homsi hoogerwerf hoogeveen hooghiemstra houtman hrytsenko huijbregts huijgen huisken
hulsman ihattaren iperen isik ivanenko jaarsma jairam jankowski jansma jaspers jaworski jellema jelloul jhagroe joosten jurgens kaandorp kabbaj
kaczmarek kadiri kalpoe kanape kanhai kaplan kapteijn kapteyn karaca karadag karakaya karaman karatas kartal kartosen kasmi kaymak kerkhoven kersten
keskin ketelaar keulen khalil khatib khoenkhoen kidane kiflay kleijer kleijnen kloosterman kluivert kocak koelewijn koenders kooiman korkut koroglu
kortekaas kovalchuk kovalenko kowalczyk krabbendam kragt kravchenko kravchuk krawczyk kroes kroeze kubiak kucuk kuijpers kwakkel kwiatkowski labyad
lachman lall laloe lamers lammers lammerts lamrini landveld langeveld lankhorst lazaar leenders lelieveld lier lieveld ligtenberg linschoten lith
loenen looij loukili lubbers luijten lysenko lytvyn maanan maassen mandemaker mangroo marchenko marouan marsman masri matai mazouz meeuwissen meeuwsen
melnyk mengisteab meulenbelt michalski middelkoop misidjan mohan mokhtari molenkamp mondria mouhouti mourik moussaoui muijs mungra najem najjar
nandlal nanhoe nauta neerven neijhorst nelom nieuwenhuijzen nieuwenhuizen nieuwkerk nijboer nijhof nijkamp noordam noordhoek nowakowska nowakowski
nuis oedit oemraw offermans ogbai oguz okubay olijfveld oliynyk olszewski olthof olthuis oner oomen oosterveld oosterwaal oosterwijk oostrum opstal
otterloo ouahbi ouarti ouaziz oudshoorn oulad overbeek overdijk overman ozcan ozer ozgur paassen pamuk parahoe parmessar passchier pawlak pawlowski
peijnenburg persad petrenko pijpers piotrowski plasmans poelman ponomarenko poortvliet pouw prinsen purperhart qasim raaijmakers raghoe raghoebarsing
raghosing rahmani rahmouni ramautar rambaran ramcharan ramdas ramdhani ramjiawan ramkisoen ramsoekh randjitsing reijnders reinders reitsma relyveld
rengers rensink rietveld rifai rijken rijnders rijnsburger roelofsen roosendaal rossum rozema rozenblad rudenko ruijs rutten sabbagh sabri salhi sande
santokhi sardjoe savchenko sbai schaaf schaik scheepers scheltema scholtens schoonhoven schuiling schuurmans sedney seedorf sener sewgobind sewnarain
sezer shami sheombar shevchenko shevchuk siebelink sietsma sijbrandij sikkema slootweg sluijter smeekens smeenk soebhag soekhoe soerdjbalie sonmez
spanjer steenhuis stegeman stepien sterken straaten strating strijbosch struijk sukhai swinkels taghi tahri talhaoui tasci teeuwen tempelman terpstra
tesfamariam tesfazghi teunissen tewarie theunissen tichelaar tiemens tjin tjon tkachenko tkachuk topal tounsi tuinman tuinstra tuncer turan turkmen
ucar uitterlinden unal uysal valkenburg vasylenko veenendaal veenhof veldhoven veldman velthuis venema verboom verdonk verduin verhaar verkade
verkuijlen vermaat verschuren versteeg versteegh verwoerd vissering vogelaar vogelzang vollebregt voorst vreeswijk vriesde vroegop wagenaar walczak
walraven wassenaar wegman weijers weldemichael welling wesselink wessels westerhof westerveld wetering wieczorek wierda wierenga wiersema wijma
wijnands wijnen wijngaarde wijnia wijntuin wiltink winden wlodarczyk woldemariam woudenberg woudstra wrobel wubben wysocki yaakoubi yalcin yavuz
yazici yazji yuksel zajac zakharchenko zalewski zalman zanten zaoui zarouali zeilstra zengin zeray zerouali ziani zijl zijlmans zonneveld zoubi
zuidema zwiers
"""
