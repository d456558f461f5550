"""How people write job titles: short forms, areas, grades, employers. Language, no facts."""

SPELLINGS: dict[tuple[str, ...], str] = {
    ("health", "care"): "healthcare", ("x", "ray"): "xray", ("co", "ordinator"): "coordinator",
    ("co", "ordination"): "coordination", ("e", "roster"): "eroster",
    ("e", "rostering"): "eroster", ("a", "and", "e"): "emergency department",
    ("l", "and", "d"): "learning and development", ("r", "and", "d"): "research",
    ("o", "and", "g"): "obstetrics", ("t", "and", "o"): "orthopaedics",
    ("im", "and", "t"): "information technology", ("h", "and", "s"): "health and safety",
    ("front", "of", "house"): "reception", ("999",): "emergency", ("111",): "urgent",
    ("mid", "wife"): "midwife", ("para", "medic"): "paramedic",
    ("physio", "therapist"): "physiotherapist",
    ("radio", "grapher"): "radiographer", ("call", "taker"): "call handler",
    ("re", "ablement"): "reablement",
    ("psych", "nurse"): "mental health nurse",
    ("psych", "ward"): "mental health ward",
    ("psych", "unit"): "mental health unit", ("nurse", "auxiliary"): "auxiliary nurse",
    ("health", "visiting"): "health visitor", ("s", "and", "lt"): "speech and language therapist",
    ("care", "assistant"): "care assistant", ("old", "age"): "older people",
}  # fmt: skip

SHORT_FORMS: dict[str, str] = {
    "hca": "healthcare assistant", "hcas": "healthcare assistant",
    "hcsw": "healthcare support worker", "csw": "clinical support worker", "sw": "social worker",
    "shca": "senior healthcare assistant", "na": "nursing associate", "rna": "nursing associate",
    "tna": "trainee nursing associate", "sna": "student nursing associate",
    "rn": "registered nurse", "rgn": "adult nurse", "srn": "adult nurse", "rna1": "adult nurse",
    "sen": "enrolled nurse", "rmn": "mental health nurse", "rnmh": "mental health nurse",
    "rnld": "learning disability nurse", "ldn": "learning disability nurse",
    "rscn": "childrens nurse", "rnc": "childrens nurse", "nqn": "newly qualified nurse",
    "cns": "clinical nurse specialist", "anp": "advanced nurse practitioner",
    "acp": "advanced clinical practitioner", "tacp": "trainee advanced clinical practitioner",
    "accp": "advanced critical care practitioner", "ecp": "emergency care practitioner",
    "enp": "emergency nurse practitioner", "dn": "district nurse", "hv": "health visitor",
    "gpn": "general practice nurse", "pn": "practice nurse", "cpn": "community mental health nurse",
    "tvn": "tissue viability nurse", "ipc": "infection prevention", "mw": "midwife",
    "msw": "maternity support worker", "mca": "maternity care assistant",
    "pef": "practice education facilitator", "pdn": "practice development nurse",
    "odp": "operating department practitioner", "odps": "operating department practitioner",
    "scrub": "theatre", "hcp": "healthcare professional", "rsw": "rehabilitation support worker",
    "ot": "occupational therapist", "ots": "occupational therapist",
    "ota": "occupational therapy assistant", "slt": "speech and language therapist",
    "salt": "speech and language therapist", "slta": "speech and language therapy assistant",
    "physio": "physiotherapist", "physios": "physiotherapist", "fcp": "first contact practitioner",
    "esp": "extended scope practitioner", "tsw": "therapy support worker",
    "tap": "therapy assistant practitioner", "ap": "assistant practitioner",
    "rda": "radiography department assistant", "rad": "radiographer", "sono": "sonographer",
    "para": "paramedic", "paras": "paramedic", "emt": "emergency medical technician",
    "emt1": "emergency medical technician", "eca": "emergency care assistant",
    "ecsw": "emergency care support worker", "aca": "ambulance care assistant",
    "aap": "associate ambulance practitioner", "pts": "patient transport service",
    "eoc": "emergency operations centre", "emd": "emergency medical dispatcher",
    "hems": "air ambulance", "bms": "biomedical scientist", "mla": "medical laboratory assistant",
    "hcsa": "healthcare science assistant", "hcs": "healthcare science",
    "apt": "anatomical pathology technologist", "stp": "clinical scientist trainee",
    "ptp": "healthcare science practitioner", "lab": "laboratory", "labs": "laboratory",
    "cssd": "sterile services", "ssd": "sterile services", "hsdu": "sterile services",
    "ebme": "medical equipment", "phleb": "phlebotomist", "phlebo": "phlebotomist",
    "pharm": "pharmacy", "act": "accuracy checking technician",
    "pwp": "psychological wellbeing practitioner", "hi": "high intensity",
    "cbt": "cbt", "emhp": "education mental health practitioner",
    "cwp": "childrens wellbeing practitioner", "cap": "clinical associate in psychology",
    "mhwp": "mental health and wellbeing practitioner", "psych": "psychologist",
    "amhp": "approved mental health professional", "str": "support time and recovery",
    "psw": "peer support worker", "gp": "general practitioner", "gps": "general practitioner",
    "gpwer": "gp with extended role", "gpwsi": "gp with extended role",
    "gpst": "gp specialty trainee", "fy1": "foundation doctor", "fy2": "foundation doctor",
    "f1": "foundation doctor", "f2": "foundation doctor", "pg1": "foundation doctor",
    "houseman": "foundation doctor", "sho": "hospital specialty trainee",
    "spr": "hospital specialty trainee", "registrar": "hospital specialty trainee",
    "imt": "hospital specialty trainee", "cmt": "hospital specialty trainee",
    "lat": "locally employed doctor", "las": "locally employed doctor",
    "jcf": "junior clinical fellow", "scf": "senior clinical fellow", "pa": "pa",
    "sas": "specialty doctor", "aa": "anaesthesia associate",
    "mo": "medical officer", "pcn": "primary care network",
    "splw": "social prescribing link worker", "arrs": "primary care network",
    "admin": "administrator", "hr": "human resources", "hrbp": "human resources business partner",
    "mso": "medical staffing officer", "it": "information technology",
    "ict": "information technology", "bi": "business intelligence", "pm": "project manager",
    "pmo": "project management office", "qi": "quality improvement",
    "ig": "information governance", "od": "organisational development", "comms": "communications",
    "eroster": "rota", "roster": "rota", "rostering": "rota", "rotas": "rota",
    "cno": "chief nurse", "cnio": "chief nursing information officer",
    "ccio": "chief clinical information officer", "coo": "chief operating officer",
    "ceo": "chief executive", "cfo": "director of finance", "dof": "director of finance",
    "don": "director of nursing", "dom": "director of midwifery", "ned": "non executive director",
    "md": "medical director", "epr": "electronic patient record",
    "med": "medical", "sec": "secretary", "asst": "assistant", "assist": "assistant",
    "mgr": "manager", "coord": "coordinator", "ops": "operations", "dir": "director",
    "tech": "technician", "techs": "technician", "supp": "support", "snr": "senior",
    "sr": "senior", "jnr": "junior", "dep": "deputy", "ass": "assistant", "temp": "temp",
    "midwive": "midwife", "receptionists": "receptionist", "cleaner": "domestic assistant",
    "cleaners": "domestic assistant", "sister": "ward sister", "charge": "charge",
    "dietician": "dietitian", "chiropodist": "podiatrist", "dr": "doctor",
}  # fmt: skip

AREAS: dict[str, str] = {
    "itu": "critical care", "icu": "critical care", "intensive care": "critical care",
    "critical care": "critical care", "hdu": "critical care", "high dependency": "critical care",
    "intensive care unit": "critical care", "picu": "critical care", "nicu": "neonatal",
    "scbu": "neonatal", "neonatal": "neonatal", "ed": "emergency",
    "emergency department": "emergency", "emergency": "emergency", "resus": "emergency",
    "casualty": "emergency", "em": "emergency", "mau": "acute medicine", "amu": "acute medicine",
    "sdec": "acute medicine", "sau": "surgery", "same day emergency care": "acute medicine",
    "minor injuries": "urgent care", "miu": "urgent care", "utc": "urgent care",
    "theatres": "theatre", "theatre": "theatre", "recovery": "recovery", "scrub": "theatre",
    "anaesthetics": "anaesthesia", "anaesthesia": "anaesthesia", "msk": "musculoskeletal",
    "musculoskeletal": "musculoskeletal", "neuro": "neurology", "neurology": "neurology",
    "neurological": "neurology", "stroke": "stroke", "cardiac": "cardiac",
    "cardiology": "cardiac", "ccu": "cardiac", "cardio": "cardiac", "resp": "respiratory",
    "respiratory": "respiratory", "renal": "renal", "dialysis": "renal", "oncology": "cancer",
    "cancer": "cancer", "chemo": "cancer", "chemotherapy": "cancer", "haematology": "blood",
    "blood sciences": "blood", "histology": "histology", "histopathology": "histology",
    "pathology": "pathology", "microbiology": "microbiology", "virology": "microbiology",
    "paeds": "children", "paediatric": "children", "paediatrics": "children",
    "children": "children", "childrens": "children", "ortho": "orthopaedics",
    "orthopaedics": "orthopaedics", "orthopaedic": "orthopaedics", "trauma": "orthopaedics",
    "surgical": "surgery", "medicine": "medicine", "gynae": "gynaecology",
    "gynaecology": "gynaecology", "maternity": "maternity", "labour ward": "maternity",
    "delivery suite": "maternity", "antenatal": "maternity", "postnatal": "maternity",
    "obstetrics": "maternity", "opd": "outpatients", "outpatients": "outpatients",
    "outpatient": "outpatients", "day surgery": "surgery", "endoscopy": "endoscopy",
    "radiology": "radiology", "xray": "radiology", "mri": "radiology", "ct": "radiology",
    "linac": "radiotherapy", "radiotherapy": "radiotherapy", "dermatology": "dermatology",
    "diabetes": "diabetes", "endocrine": "diabetes", "ent": "ear nose and throat",
    "ophthalmology": "eye", "eye": "eye", "camhs": "child mental health",
    "cmht": "community mental health", "mental health": "mental health",
    "mh": "mental health", "crisis team": "mental health", "crisis": "mental health",
    "forensic": "forensic mental health", "forensics": "forensic mental health",
    "dementia": "older people", "older people": "older people", "elderly": "older people",
    "older adult": "older people", "older adults": "older people", "coe": "older people",
    "care of the elderly": "older people", "geriatrics": "older people", "frailty": "older people",
    "palliative": "palliative care", "palliative care": "palliative care",
    "hospice": "palliative care", "end of life": "palliative care", "community": "community",
    "rehab": "rehabilitation", "rehabilitation": "rehabilitation",
    "learning disability": "learning disability", "learning disabilities": "learning disability",
    "ld": "learning disability", "autism": "autism", "tissue viability": "tissue viability",
    "wound care": "tissue viability", "sexual health": "sexual health", "hiv": "sexual health",
    "pain": "pain", "breast": "breast", "bowel": "bowel", "urology": "urology",
    "primary care": "primary care", "prison": "prison", "addictions": "addictions",
    "substance misuse": "addictions", "school": "school", "aseptics": "aseptics",
    "dispensary": "dispensary", "audiology": "audiology", "pharmacy": "pharmacy",
    "speech and language therapy": "speech and language therapy",
}  # fmt: skip

CORE_AREAS = frozenset(
    {
        "pharmacy", "school", "emergency", "community", "children", "mental health", "theatre",
        "maternity", "critical care", "learning disability", "cardiac", "audiology",
        "rehabilitation", "cancer", "community mental health", "child mental health",
    }
)  # fmt: skip

_GRADES_TEXT = """
    senior junior deputy lead leading trainee apprentice student specialist principal rotational
    static advanced newly qualified preceptee preceptorship registered highly experienced
    general level clinical nhs lecturer band afc grade higher main staff assistantship acting
    interim placement intern novice entry career fully dual rotating first year second third
    final development modern
"""
GRADES = frozenset(_GRADES_TEXT.split())

_EMPLOYERS_TEXT = """
    locum bank agency relief temp temporary permanent fixed term trust trustwide nhs hospital
    nhsp private council foundationtrust nights night days shift shifts part time full flexible
    weekend weekends zero hours contract secondment seconded xn01 xn02 xn03 xn04 xn05
"""
EMPLOYERS = frozenset(_EMPLOYERS_TEXT.split())

_PLACES_TEXT = """
    ward wards unit department dept team clinic clinics surgery centre center home homes service
    services site office area group hub day bay suite division directorate section programme
    hospitals setting based old new local regional national county city large small busy
"""
PLACES = frozenset(_PLACES_TEXT.split())

_JOINERS_TEXT = """
    in at for on with within across covering working based from under via
"""
JOINERS = frozenset(_JOINERS_TEXT.split())

PAST_MARKERS = (
    "formerly a", "formerly an", "formerly", "former", "previously a", "previously an",
    "previously", "used to be a", "used to be an", "used to be", "i was a", "was a", "was an",
    "was once a", "retired", "lapsed", "ex", "left as a", "once a", "qualified as a",
    "trained as a", "years as a", "stopped being a", "past",
)  # fmt: skip

_OUTSIDE_WORDS_TEXT = """
    retail sales supermarket shop store wine travel hotel restaurant pub cafe bar school college
    factory warehouse construction building army navy raf military ministry defence forces
    marine police prison fire media tv television film music fashion beauty salon gym bank
    banking insurance law legal solicitors solicitor estate airline airport cabin rail train bus
    taxi haulage lorry farm farming farmer garden gardening horse racehorse stables library
    librarian museum charity church journalist newspaper publishing advertising marketing
    charity government civil council call telecoms energy oil gas water engineering motor garage
    mechanic plumber electrician carpenter builder hairdresser accountant accountancy software
    games furloughed unemployed redundant housewife mum mother father dad parent homemaker
    industry trade
"""
OUTSIDE_WORDS = frozenset(_OUTSIDE_WORDS_TEXT.split())

_HEALTH_WORDS_TEXT = """
    nhs hospital hospitals ward wards clinic clinics clinical gp surgery patient patients
    medical nurse nursing health healthcare care theatre ambulance maternity camhs cmht hospice
    trust pharmacy physiotherapy radiology pathology laboratory blood dental midwife midwifery
    therapy paramedic doctor a&e icu itu outpatient outpatients psychology psychiatric
"""
HEALTH_WORDS = frozenset(_HEALTH_WORDS_TEXT.split())

_PLAIN_ENGLISH_TEXT = """
    leaver leavers leader farmer former doctoral doctorate manager rider writer driver diver
    banker baker barber waiter painter printer trader trainer planner player teacher preacher
    reader rower sailor tailor jailer lawyer buyer builder cleaner dealer designer editor
    engineer guard guide host hunter joiner judge keeper labourer lecturer librarian maker miner
    model monk musician officer owner packer pilot plumber poet potter producer professor ranger
    reporter reviewer roofer sculptor seller server singer soldier speaker student surfer
    surveyor tester tutor typist usher vicar weaver welder winner worker accountant actor
    actress analyst architect artist athlete auditor author butcher butler carer cashier chef
    clerk coach collector comedian composer cook courier dancer decorator detective economist
    electrician employee employer entertainer estate examiner florist footballer gardener grocer
    hairdresser historian hostess inspector instructor inventor jeweller jockey journalist
    linguist magician mechanic merchant nanny negotiator novelist optician photographer
    physicist pianist police politician postman programmer psychic publisher referee sales
    scientist secretary security shepherd shopkeeper solicitor sports statistician steward
    supervisor surgeon taxi technician translator traveller treasurer vet veteran warden
    watchmaker wine travel industry media regimental racehorse airframe arabic speaker temp
    sergeant major army navy museum music theory practise patience patients custom costume
    contract contact contract court course rector sector vector tractor factor actor author
    donor tumour humour rumour
"""
PLAIN_ENGLISH = frozenset(_PLAIN_ENGLISH_TEXT.split())

_GENERIC_TITLE_WORDS_TEXT = """
    assistant worker support manager practitioner specialist senior health healthcare care
    clinical officer service services community lead head deputy director advanced consultant
    associate trainee apprentice student newly qualified higher general staff coordinator
    technician scientist therapist therapy doctor medical professional adviser educator
    education practice primary degree registered team leader chief graduate scheme supervisor
    partner operating department centre network rotational legacy enhanced approved high
    intensity wellbeing research academic role extended career portfolio first contact link
    personal business development development volunteer executive information development
    operational hospital ward emergency charge foundation specialty locally employed senior
    science and with of in the for a
"""
# Whom the work is for, which does not name a profession: "see my kids" is no wish to nurse them.
CLIENT_WORDS = frozenset(
    {
        "child", "children", "adult", "adults", "older", "people", "patient", "patients", "mental",
        "learning", "disability", "family", "women", "transport", "records", "data", "young",
    }
)  # fmt: skip
GENERIC_TITLE_WORDS = frozenset(_GENERIC_TITLE_WORDS_TEXT.split())

PROFESSION_WORDS: dict[str, tuple[str, ...]] = {
    "medicine": ("medical student", "foundation doctor", "medical degree apprentice"),
    "doctor": ("medical student", "foundation doctor", "locally employed doctor"),
    "lab": ("healthcare science assistant", "biomedical scientist"),
    "laborator": ("healthcare science assistant", "biomedical scientist"),
}
