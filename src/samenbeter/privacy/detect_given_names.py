"""Names as people in a Dutch neighbourhood have them. They count only beside a word that announces a name.

Written down for this detector; no list of existing persons.
"""

from samenbeter.privacy.detect_more_names import GIVEN_TOO
from samenbeter.privacy.detect_more_names import SURNAMES_TOO


# given names of Dutch, Frisian and Flemish families
_DUTCH = """
aad aafke aaltje aart ab abel ada adam adri adriaan adriana aleida alex alexander alexandra alice alida alie alma amber
amelie andre andrea andreas andries angela angelique anita anja anke anna anneke anne annelies annemarie annemiek annemieke
annet annette annie annika ans anton antoinette antonia antoon arie arend arjan arjen arno arnold arnoud arthur astrid auke
bart bas bastiaan bea beatrix bella ben benjamin benny berend bernadette bernard bert berta bertha bertus betsie betty bianca
bob bobby boris bram brechtje brenda brigitte britt bruno caren carin carla carlijn carlo carmen carol carola carolien
caroline casper cathelijne catharina cees chantal charlotte chris christa christiaan christian christien christina christine
cindy claire clara claudia coby coen colette conny constant cor cora corine corinne corien cornelia cornelis corrie corry
cynthia daan daisy damian dana daniel danielle danny daphne david debby deborah demi denise dennis desiree diana dick diede
diederik dieuwke dineke dirk dirkje dolf dolly donna dora dorien doris dorothea douwe dylan edith edwin eefje eelco ella
ellen elly els elsa else elske elsje elisabeth elise eline eliza emiel emily emma emmy eric erica erik erika erna ernst erwin
esmee esther eva evelien eveline evert evy fabian faye feline femke ferdinand fenna fien fieke fleur floor floris frank frans
franciscus francien franka frederik fred freddy freek frits fokke geert geertje geertruida gerard gerben gerda gerrie gerrit
gerritje gert gertjan gertruud gijs gijsbert giel gina gisela gitta greet greetje gre greta gretha guus guido hanna hannah
hanneke hannie hans harald harm harmen harold harriet harry hein heleen helena helene helga hendrik hendrika hendrikje henk
hennie henny henri henriette herbert herma herman hermien hetty hidde hilda hilde hubert hugo ids ida ietje ilse ilona imke
ina ine inge ingeborg ingrid irene iris irma isa isabel isabella isabelle ivo jaap jacco jack jacob jacoba jacqueline jacques
jade jaimy jan jana janneke janine janna jannie jannetje jannes janske janny jantje jasmijn jasper jay jayden jean jeannette
jeanine jeffrey jelle jelmer jennifer jenny jeroen jessica jesse jet jikke jill jim jimmy jitske jo joan joanne job jochem
jody joep joey johan johanna johannes john johnny jolanda jolande jolien jolijn joop joost jopie joris jorn jorrit jos jose
josephine josje joyce jouke judith julia julian juliette julius jurgen jurre jurriaan justin jytte kaatje karel karen karin
karlijn karolien kasper kate katja katrien kees keesje kelly kevin kim kirsten klaas klaasje klara koen koos koosje kristel
kristien krijn lars laura laurens lea leen leendert leentje leida lena lennart leo leon leonie leonoor leontien levi lia lian
liam lida lidia lidwien lieke lies liesbeth lieselot liesje lieve lilian lily linda linde linda lisa lisanne lisette lise lisse
liza lizzy loes lotte louis louisa louise lowie luc lucas lucia lucie lucien luca luuk luna lydia maaike maarten maartje
maas machteld madelon madeleine maike manon mandy marc marcel marcella marco margaret margaretha margo margot margreet
margriet maria marian marianne marie marieke mariet marietje mariette mariken marije marijke marijn marika marina marinus
mariska marit maritha marjan marjo marjolein marjolijn marjon mark marleen marlies marlise marloes marten martha martijn
martin martina martine mart matthijs mathijs mats matthias maud maureen maurice maurits max maxime meike meindert melanie
melissa melle menno merel michael michel michelle michiel mia miep mieke mien mies mike mila milan milou minke mirella miriam
mirjam mirte mirthe moniek monika monique myrna myrthe nadia nadine naomi natalie natascha nathalie nel nella nelleke nellie
nelly nettie nick nico nicole niek niels nienke nina nine noa noah nol noor noortje nora norbert olaf olga olivia olivier otto
oscar pascal pascalle pater patricia patrick patty paul paula pauline pauwel peter petra petronella philip pien pier pierre piet
pieter pieternel pim pleun quinten quirijn rachel ralf ralph ramon raymond rebecca reinier reinder reint remco remi remko
rene renee renate renske ria rianne riek riekie rien riet rietje rik rika rina rinus rita rob robbert robert roberta robin
roderick roel roelof roeland roelie roger rogier roland rolf romy ron ronald ronnie rosalie rosanne rosa rosemarie roos roosje rosita
rosalinde roy ruben rudi rudolf rudy rutger ruth ruud ryan sabine sabrina sacha sam samantha samuel sander sandra sanne
sara sarah sascha saskia sebastiaan selma sem sep serge sharon sheila shirley sicco siebe sien siem sietse sietske sigrid sija
silvia simon simone simone sjaak sjaan sjef sjoerd sjors sjoukje sofie sonja sophia sophie stan stef stefan stefanie stella
stephan stephanie steven steve stijn storm sue susan susanne suzan suzanne suze sven sylvia sytske tamara tanja tara teake ted
teddy teun teuntje teus tess tessa thea theo theodoor theodora thera theresia thijs thirza thomas thor tiemen ties tieneke tijmen
tijn tijs til tilly tim timo tineke tinie tinus tobias toine tom tommie ton tonnie tonny toon toos tosca trees treesje trijntje
trudy truus truusje tygo ursula vera veerle veronica veronique victor victoria vincent vivian walter wanda ward wendy werner
wesley wessel wiebe wiebke wieger wies wiesje wietske wijnand wil wilco wilfred wilhelm wilhelmina willeke willem willemien
willemijn willemina willie willy wilma wim wina winnie wobbe wout wouter wubbo xander xandra yara yde ymke yolanda yvette yvon
yvonne zoe zoey
"""

# of Moroccan, Turkish, Kurdish, Arabic, Iranian, Afghan, Somali, Eritrean and Ethiopian families
_SOUTH = """
abbas abdel abdelali abdelaziz abdelhak abdelhamid abdelilah abdelkader abdelkarim abdellah abdelmajid abdelmalek abdelouahed
abderrahim abderrahman abdessamad abdi abdirahman abdou abdul abdulkadir abdullah abdullahi abdurrahman abebe abeba abel abubakar achmed achraf
adam adem adil adnan ahlam ahmad ahmed ahmet aicha aida aisha aissa aissatou akram aladdin ali alaa alem alev alhassan alia
alican aliye alp alpaslan alper amal aman amanuel amar amel amin amina amine amir amira amna anas anass anissa anwar arash ardalan arda
arif arman arzu ashraf aslan asli asma asmaa asmae assia atakan atilla awa ayan aydan aydin ayla aylin ayman ayse aysegul aysel aysenur
aysun ayten ayub ayoub aziz aziza azra badr badia bahar bahij baran baris bashir basma batoul bayram behrouz beyza bekir
belgin berat berfin berk berivan berkan betul bilal bilge birgul bouchra bora boran brahim burak burcu burhan busra cahit can canan cansu cem
cemal cemile cemre cengiz cihan ceylan chaima chaimae cigdem cihad cetin dalal dalia damla dawit defne deniz derya devran dilan dilara
dilek dina dino dogan dounia driss duygu ebru ecrin eda efe ekin ekrem el elif elmas emin emine emir emrah emre engin enes ercan
erdal erdem erdogan eren erhan erkan erol ersin ertugrul esma esra eyup ezgi fadi fadil fadma fadoua fahima fahd faiza faisal farah farhad farid farida
fariha faris farouk fathi fatih fatiha fatim fatima fatimah fatimazahra fatma fatmanur fatoumata fatoush faysal fazil fehmi ferhat ferda feride feyza
filiz fikret firat fouad fouzia furkan fuat gamze gokhan gonul goran gul gulay gulbahar gulcan gulen guler gulhan gulnur gulsah gulsen
gulten gunay habib habiba habtom hachim hadi hadija hafid hafida hafsa hajar hakan hakima hakim halil halima halime hamdi hamid
hamida hamit hamza hana hanaa hanan hanane hanife harun hasan hashem hassan hassna hatice hatim hava hawa haydar hayat hediye
hicham hicran hind hoda hodan houda houria houssain husain hulya humeyra husna hussein huseyin huriye ibrahim ibtissam idil idris ihsan ikram ikrame
ilham ilhan ilias ilker ilyas ilyass imad imam iman imane imran inan inass inci ines irem irfan isa ismael ismail ismahan ismet issam issa
iyad izzet jabir jaleh jale jalal jamal jamila jamal javad jaouad jihad jihan jihane jusuf kaan kader kadir kadriye kamal kamil karim karima kazim
kenan kemal kerem kerim kevser khadija khadra khalid khalifa khalil khadidja khaoula koray kubra lahcen laila lale lamia lamiae lamyae latifa layla leila lejla leyla
lina linah loubna lubna luqman maha mahad mahdi mahir mahmoud mahmut majid majda malak malek malik malika manal mansour marwa marwan maryam
maryem massoud mebrahtu mebrat mehdi mehmet mehtap melek melih melike meltem memet meral mert merve meryem merwan mesut metin mevlut
mine mimoun mimount mina miray mirza mo moad mohamad mohamed mohammad mohammadi mohammed mohsen mohand moh moha monir monira mostafa mouad mouna mounia mounir
mourad moussa mouhcine mucahit muhammed muhammad muhammet mukaddes munevver murat musa mustafa mustapha muzaffer nabil nabila nabiha nacer nadia nadir naima najat najib najla najoua nasim nasima nasir
nasira nasrin nassim nassira naser nawal nawel nazan nazli nazif nebahat nejla nermin nesrin nevin nezha nihal nihat nilay nilgun nilufer nimet nisrine nizar
noor nora nordin noureddine nour noura nouhaila nuh nuran nuray nurcan nurdan nurettin nurgul nurhan nuri nuriye nursel nurten oguz oguzhan
okan oktay olcay omar omer omid onur orhan osman ouafa oualid ouarda ouassim ouassima ozan ozcan ozge ozgur ozkan ozlem parisa parwin pelin pervin pinar
polat rabia rabiaa rachid rachida rafik rahel rahim rahima rahma rahmi raif raja rajae ramadan ramazan rana rania ranya rashid
rasim rayan rayane reda redouan redouane recep refik remzi reyhan reza rida ridouan riad rime rima roya ruken rukiye rumeysa saad saadia sabah
sabiha sabri sabriye said saida saadet safa safae safia safiye sahar sahin sahra saida sakina sakine salah salih saliha salima salim salma saloua samar samet
sami samia samir samira samiya sanaa sanae sandes sara sarya savas sevda sevgi sevilay sevil sevim seyma sebnem selahattin selami selay
selcuk selim selin selma semih semra senay senol serap serdar serhat serkan serpil sevgul seyfi shadi shahin shahd shahrzad shirin siham sibel simge sina sinan
sirin siyar soad sofian sofiane solmaz songul sonay souad soufian soufiane soukaina soumaya soumia souhail suat suleyman sultan sumeyye sumeyra sumaya suna
suzan tahir tahira taha taner tarek tarik tariq tayfun tekin temel tesfay timur tolga tufan tuba tugba tugce tulay tuncay turan turgut ufuk
ugur ulas umit umut umar umm usama valide vahide vedat veli veysel volkan wafa wafae wahid walid warda warsame wassim wassima widad yacine yasemin yasin
yasir yasmin yasmina yasmine yassin yassine yassir yavuz yeliz yonas yonca younes youness younis youssef youssra yousra yousef yousif yunus yusuf yusra yuksel zaid zahra
zainab zakaria zakia zara zarife zehra zekeriya zekiye zeki zeliha zeinab zeyneb zeynep zohra zouhair zoubida zuhal zulal zulfiye ziya ziad
"""

# of Surinamese, Antillean, Indian, Indonesian, Chinese, Vietnamese, West African, Polish, Balkan, Spanish and other families
_ELSEWHERE = """
aarti adaeze ademola adwoa agnieszka akosua akua aleksandra aleksander alejandra alejandro amara amaka ama amba amrita anand aniel
anil anita anjali anoushka anouar ania anja arti arun aruna asha ashna asha ashwin aswin avinash babette balram bartosz beata bhagwan
bharat bisnu bogdan boyan bozena brandon cheryl chandra chandrika charissa chen chidi chinwe ciro clyde curtis cyril dagmar dariusz darren daria daryl dayenne
debora deepak dejan delano denzel deepika devi dewi dharma diego dinesh djoeke djenna dorota dwight edgar edson efua eko elena emeka enrique ernestine esi
esperanza eugenia ewa ewelina farida faried fernando filip francisco franklin funmi gabriela gaby ganesh garnier gayatri giovanni gita glenn gloria grace grazyna
grzegorz guillermo gwen halina haroen harish harpreet hendra henrietta hernan hetti hilary humberto ignacio igor indra indira iqbal irena iwona iwan jadwiga jagesh
jaden jahmal jahnavi jairo jakub jamairo janusz jaroslaw jasna jaspreet javier jayesh jelena jerrel jerry jermaine jerome jerzy jeetendra jesus joanna jorge jozef joaquim joao juan juana juliana jun jurgen kabir
kailash kamla kamala kareem katarzyna kavita kavish kenji kendrick kerwin khemradj kiran kishan kofi kojo krishna krzysztof krystyna kumar kwabena kwaku kwame kwasi lakshmi lalita leroy
leticia lien ling liselotte lorena lourdes luis luisa luciano lukasz luz lynn magda magdalena malgorzata mahesh maninder manish manoj manuel marek mariana mariano mariusz
marciano marlon marlene marvin mateusz mauricio mavis maya meena mei melvin mercedes mercy micha michal miguel milena milica mina minh miroslav mitra mohan
mukesh nadja naresh narayan natalia natasja neha ngozi nguyen nikita nikola nirmala nisha nita nitin oleksandr oksana olena olu omari pablo padma pamela pavel pawel pedro
piotr pooja prakash pramod prem prija priscilla priya purnima quincy radha radjen radjesh radjin rafael raj raja rajesh rajiv rajni rakesh ram ramesh raoul raquel ravi ravinder
reggie regillio regina rekha ricardo ricky rishi rishan rodrigo roberto rohan rohit rolando romeo ronny rosario roshni roxanne ruslan ryszard sabita sagar sandeep sanjay
sanjana santosh sangita sarita satish sergio shakira shanti shanice sharda sharmila shaniqua sharina shereen shilpa shivani shiva shreya siegfried siegmien simran sita slawomir sofia soesila soerin soraya stanislaw stefania
subhash sudesh sunil sunita surya suresh sushila svetlana swami sylvana syahrini tania tatiana tatjana teresa thanh tomasz tyrone uma urmila usha valentina varsha vijay
vikash vikram vinod viola virgil vishal vishnu vladimir vlado volodymyr waldemar wayne wei wieslawa winston winifred wojciech xavier xiao xiomara yaa yaw yan yana ying yulia yuri zbigniew zdenka zlata zofia zoran zuzanna
"""

# and some more of all of them
_OTHERS = """
bo jip puck saar fay loek mees noud pip boaz jesper rens sil kai kaj lex jort dex mick vince benthe floortje elin lize nova hailey livia liv emilia norah jada rosie
lauren yfke cheyenne kimberly kimberley dion beppie bep jopie annelien marlou manou roswitha gerdien hermine wietse jelte sybren froukje hiske nynke
geartsje ypie tjitske sjoukje tjeerd hylke foekje roelie lammert geesje harmina zwaantje aleid wijbe
naziha ghizlane meryam rahmouna yamina mimouna touria khadouj zoulikha fettouma lahbib mbarek moulay taoufik abdelghani abdeslam elmehdi marouane oussama nouredine redwan
soulaiman naoual salma hayriye nurgul aynur sultan gulsum gulsum lutfiye satilmis durmus bayramali halit necati nevzat sevket cevdet fadime fatos gulizar zubeyde yeter dondu dursun
indradjit ramnarain dropatie sushma soeradj mohamedamin rashmi rachna vinita naresh orlando ludwig humphrey glenda lloyd stanley muriel hortence ludmila ludmilla latoya mitchell shanaya djamila
abena adjoa ebenezer emmanuel gifty felicia joseph samuel ibrahima mariam kadiatou mamadou ousmane fanta binta isatou ebrima lamin tsegay tesfalem filmon luwam semhar senait mehari biniam
samrawit meron winta berhane selamawit tekle layla abdulrahman mohannad rami bassel ghaith rasha hiba wael omran zahra khaled yara bassam ahlam samih iryna nataliia svitlana olha kateryna andrii serhii
mykola yurii vasyl tetiana oleh ania kasia gosia wojtek tomek jarek slawek darek rafal maciej renata danuta jolanta teresa bogna ionut vasile elena mihaela georgi dimitar ivana dragan slavica mirjana
hong mei-ling siu yee feng lan thi huong tuan duc phuong rosalina conchita pilar consuelo dolores jaime paco mateo thiago beatriz fernanda rui nuno
"""

GIVEN = frozenset((_DUTCH + _SOUTH + _ELSEWHERE + _OTHERS + GIVEN_TOO).split())

# given names that are words too: without capitals they count only beside words that announce a name
AMBIGUOUS = frozenset(
    """
    lan hong elena pip lex mees sil nova puck kai dex fanta rami jaime dolores pilar lamin duc rui
    abel ada adam adem alp anker ben berk bo bob can cor daan dan deniz dina donna eda efe ela elif elmas els eren eva faye fee fien fleur floor frank gita
    guler gul hind ids ina iris isa jade jet jill job jordan joy jun kaan karin kim koos la lea lien lies linda linde ling lina lot luna luz maas
    marina mark mart max mei melissa melle merel mert micha mien mies mina mine minh mo moha moh nel noor nor nora nour nuh ode olga pater pien pim ram ramadan
    raja rob roma roos rosa sam savas sem sien sina stan stella storm sue sultan tara temel tess tia til tijs tim toba tom ton toon trees uma umm umut vera
    victoria ward wei wies wil will willy yan yaw yde ying yin zaid said amber angel april bloem carmen dolf emir grace hope ivo jozef koen jun mercedes
    nour paris rome sevgi sita veli yes winston dirk gift precious blessing comfort rama taha ulas san
    """.split()
)

# family names that are ordinary words too, or common
SURNAMES = frozenset(
    """
    aalbers aarts achterberg adriaans akkerman albers appel arends baas baars backer bakker bakhuis barends beek beekman beekhuizen
    beemster bekker berends berg bergman berkhout beukers bijl bijlsma bijlsma blaauw bloem blok blom boer boersma boogaard boom
    boon bos bosch bosman bosma bouman bouwman bouma brand brands breuker brink broek broekhuizen broer brouwer brouwers bruijn
    bruin bruins brugman bruggen buijs buijtenhuijs burg burger buurman claassen cohen coppens cornelissen daal dam dekker dekkers diepen dijk dijkman
    dijkstra dijkhuis doorn doornbos driessen drost duijn duin eijk elst engel engelen evers fokker franken franke gans geerts geest gelder
    gerritsen goossens graaf graaff groen groenewegen groot groothuis haan haar haas hage hagen hart hartman have heer heide
    heijden heijnen heijmans hendriks hendrikse hermans heuvel hoek hoekstra hoeven hofman hofstra hoogendoorn hoogland hooft horst houten huisman huizinga
    hulst jacobs jager jansen janse jansens janssen janssens jong jonge jonker jongh kamp karsten keijzer keizer kemper kerkhof klaassen
    klein kleijn klerk kluit knol koch koenen kok koks kolk koning koningen konings kool koopman koopmans kooij kooistra kort koster kraan
    kramer krijger krol kroon kruger kruis kuijper kuiper kuipers kwant laan lange leeuw leeuwen lemmens linden linders loon loos maas maat mannen martens meer
    meester meijer meulen meyer meijers michels mol molen molenaar mooij moor mulder mulders naaktgeboren nagel nieuwenhuis nijhuis nijland noort oever
    olde oort oosten oosterhuis otten ouden oudekerk peeters peters pietersen plas ploeg poel pol pool post postma prins proost
    puts putten rademaker raven ridder rijk rijn ritsema roelofs rooij rooijen roos rosier ruiter ruijter sanders
    schaap scheffer schepers schipper schippers scholten scholte schoenmaker schouten schreuder schutte schuurman slager smeets smid smit smits smulders snel
    snijder snijders spaan spek staal stam steen steenbergen stein stevens stolk stoop straten swart sterk timmer timmerman timmermans tol
    tuin twisk vaart valk veen veenstra velde velden veldhuis veldkamp verbeek verbruggen verhagen verhoeven verkerk verhoef vermeer vermeulen vermeij
    versluis verstegen verweij vink visscher visser vissers vliet vlug voort vos vogel vogels vries vroom waal wal walle water weerd wees weide west
    westra wiel wiersma wijk wijngaarden wild wilde willems willemsen winkel winter wit witte wolf wolters wouters zanden zand zee zwaan zwart
    zijlstra zuiden zwanenburg
    yilmaz kaya demir sahin celik yildiz yildirim ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt ozkan simsek polat korkmaz
    bakkali ouali amrani idrissi alaoui haddad yahyaoui benali bouzid khattabi mansouri ouazzani boudaoud azzouzi hamdaoui hassani mahmoudi
    bouali chaoui fassi ghazali jabri kaddouri karimi lahlou mrabet naciri ouahabi saidi tahiri zouhri achahbar aarab akrouh
    ramdin ramlal jagesar ramsaran bihari kalloe mahabier mangal autar sewdien soekhram sital panday chotoe jankie ramkhelawan
    pinas pengel bouterse wijdenbosch amania adipi kromowidjojo soekardi wongsodikromo sarmo martina martis cijntje winklaar
    nowak kowalski kowalska wisniewski wojcik kaminski lewandowski zielinski szymanski nguyen tran wong chan singh kumar khan hussain hassan
    mensah owusu boateng osei asante addo diallo traore okafor tesfaye haile warsame hersi
    """.split()
    + SURNAMES_TOO.split()
)

# words between given name and family name
LINKS = frozenset(
    "van der den de het ten ter te 't el al ait ben bin bint ibn ould abu abou von du da dos del di do la le les st y e op in aan "
    "vander vd v.d. vande van't t der-".split()
)
