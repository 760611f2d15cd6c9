"""The terms of `kgo:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

AgendaItem: Final = "<https://w3id.org/archival-kg/ontology#AgendaItem>"
ArchivalCitation: Final = "<https://w3id.org/archival-kg/ontology#ArchivalCitation>"
CuratorTag: Final = "<https://w3id.org/archival-kg/ontology#CuratorTag>"
DocumentRoles: Final = "<https://w3id.org/archival-kg/ontology#DocumentRoles>"
EditorialNote: Final = "<https://w3id.org/archival-kg/ontology#EditorialNote>"
EventTypes: Final = "<https://w3id.org/archival-kg/ontology#EventTypes>"
IdentityDecision: Final = "<https://w3id.org/archival-kg/ontology#IdentityDecision>"
LevelTypes: Final = "<https://w3id.org/archival-kg/ontology#LevelTypes>"
Participation: Final = "<https://w3id.org/archival-kg/ontology#Participation>"
ParticipationRoles: Final = "<https://w3id.org/archival-kg/ontology#ParticipationRoles>"
Statement: Final = "<https://w3id.org/archival-kg/ontology#Statement>"
WorkCitation: Final = "<https://w3id.org/archival-kg/ontology#WorkCitation>"
absent: Final = "<https://w3id.org/archival-kg/ontology#absent>"
abteilung: Final = "<https://w3id.org/archival-kg/ontology#abteilung>"
accession: Final = "<https://w3id.org/archival-kg/ontology#accession>"
addressee: Final = "<https://w3id.org/archival-kg/ontology#addressee>"
agreement: Final = "<https://w3id.org/archival-kg/ontology#agreement>"
akte: Final = "<https://w3id.org/archival-kg/ontology#akte>"
appointment: Final = "<https://w3id.org/archival-kg/ontology#appointment>"
archivniJednotka: Final = "<https://w3id.org/archival-kg/ontology#archivniJednotka>"
arkhivnaEdinitsa: Final = "<https://w3id.org/archival-kg/ontology#arkhivnaEdinitsa>"
arrest: Final = "<https://w3id.org/archival-kg/ontology#arrest>"
asWritten: Final = "<https://w3id.org/archival-kg/ontology#asWritten>"
assigned: Final = "<https://w3id.org/archival-kg/ontology#assigned>"
author: Final = "<https://w3id.org/archival-kg/ontology#author>"
band: Final = "<https://w3id.org/archival-kg/ontology#band>"
bestand: Final = "<https://w3id.org/archival-kg/ontology#bestand>"
bod: Final = "<https://w3id.org/archival-kg/ontology#bod>"
box: Final = "<https://w3id.org/archival-kg/ontology#box>"
busta: Final = "<https://w3id.org/archival-kg/ontology#busta>"
callNumber: Final = "<https://w3id.org/archival-kg/ontology#callNumber>"
certainty: Final = "<https://w3id.org/archival-kg/ontology#certainty>"
chair: Final = "<https://w3id.org/archival-kg/ontology#chair>"
citedPages: Final = "<https://w3id.org/archival-kg/ontology#citedPages>"
collection: Final = "<https://w3id.org/archival-kg/ontology#collection>"
compiler: Final = "<https://w3id.org/archival-kg/ontology#compiler>"
confidence: Final = "<https://w3id.org/archival-kg/ontology#confidence>"
continuesAs: Final = "<https://w3id.org/archival-kg/ontology#continuesAs>"
contributor: Final = "<https://w3id.org/archival-kg/ontology#contributor>"
conversation: Final = "<https://w3id.org/archival-kg/ontology#conversation>"
csoport: Final = "<https://w3id.org/archival-kg/ontology#csoport>"
death: Final = "<https://w3id.org/archival-kg/ontology#death>"
decision: Final = "<https://w3id.org/archival-kg/ontology#decision>"
delo: Final = "<https://w3id.org/archival-kg/ontology#delo>"
discussant: Final = "<https://w3id.org/archival-kg/ontology#discussant>"
doboz: Final = "<https://w3id.org/archival-kg/ontology#doboz>"
dosar: Final = "<https://w3id.org/archival-kg/ontology#dosar>"
dosje: Final = "<https://w3id.org/archival-kg/ontology#dosje>"
edtf: Final = "<https://w3id.org/archival-kg/ontology#edtf>"
entry: Final = "<https://w3id.org/archival-kg/ontology#entry>"
fascicolo: Final = "<https://w3id.org/archival-kg/ontology#fascicolo>"
faszikel: Final = "<https://w3id.org/archival-kg/ontology#faszikel>"
file: Final = "<https://w3id.org/archival-kg/ontology#file>"
folder: Final = "<https://w3id.org/archival-kg/ontology#folder>"
fond: Final = "<https://w3id.org/archival-kg/ontology#fond>"
fonds: Final = "<https://w3id.org/archival-kg/ontology#fonds>"
frame: Final = "<https://w3id.org/archival-kg/ontology#frame>"
iktatoszam: Final = "<https://w3id.org/archival-kg/ontology#iktatoszam>"
inNote: Final = "<https://w3id.org/archival-kg/ontology#inNote>"
inferred: Final = "<https://w3id.org/archival-kg/ontology#inferred>"
inventar: Final = "<https://w3id.org/archival-kg/ontology#inventar>"
invited: Final = "<https://w3id.org/archival-kg/ontology#invited>"
item: Final = "<https://w3id.org/archival-kg/ontology#item>"
jedinica: Final = "<https://w3id.org/archival-kg/ontology#jedinica>"
job: Final = "<https://w3id.org/archival-kg/ontology#job>"
karton: Final = "<https://w3id.org/archival-kg/ontology#karton>"
kotet: Final = "<https://w3id.org/archival-kg/ontology#kotet>"
kutija: Final = "<https://w3id.org/archival-kg/ontology#kutija>"
leafFrom: Final = "<https://w3id.org/archival-kg/ontology#leafFrom>"
leafSide: Final = "<https://w3id.org/archival-kg/ontology#leafSide>"
leafTo: Final = "<https://w3id.org/archival-kg/ontology#leafTo>"
left: Final = "<https://w3id.org/archival-kg/ontology#left>"
lot: Final = "<https://w3id.org/archival-kg/ontology#lot>"
meeting: Final = "<https://w3id.org/archival-kg/ontology#meeting>"
microfilm: Final = "<https://w3id.org/archival-kg/ontology#microfilm>"
militaryAction: Final = "<https://w3id.org/archival-kg/ontology#militaryAction>"
nameForm: Final = "<https://w3id.org/archival-kg/ontology#nameForm>"
number: Final = "<https://w3id.org/archival-kg/ontology#number>"
opis: Final = "<https://w3id.org/archival-kg/ontology#opis>"
order: Final = "<https://w3id.org/archival-kg/ontology#order>"
orzesiEgyseg: Final = "<https://w3id.org/archival-kg/ontology#orzesiEgyseg>"
other: Final = "<https://w3id.org/archival-kg/ontology#other>"
otherLevel: Final = "<https://w3id.org/archival-kg/ontology#otherLevel>"
oznaka: Final = "<https://w3id.org/archival-kg/ontology#oznaka>"
papka: Final = "<https://w3id.org/archival-kg/ontology#papka>"
piece: Final = "<https://w3id.org/archival-kg/ontology#piece>"
present: Final = "<https://w3id.org/archival-kg/ontology#present>"
publication: Final = "<https://w3id.org/archival-kg/ontology#publication>"
publisherPlace: Final = "<https://w3id.org/archival-kg/ontology#publisherPlace>"
reason: Final = "<https://w3id.org/archival-kg/ontology#reason>"
recordGroup: Final = "<https://w3id.org/archival-kg/ontology#recordGroup>"
reel: Final = "<https://w3id.org/archival-kg/ontology#reel>"
registro: Final = "<https://w3id.org/archival-kg/ontology#registro>"
right: Final = "<https://w3id.org/archival-kg/ontology#right>"
rok: Final = "<https://w3id.org/archival-kg/ontology#rok>"
rule: Final = "<https://w3id.org/archival-kg/ontology#rule>"
score: Final = "<https://w3id.org/archival-kg/ontology#score>"
section: Final = "<https://w3id.org/archival-kg/ontology#section>"
sending: Final = "<https://w3id.org/archival-kg/ontology#sending>"
serie: Final = "<https://w3id.org/archival-kg/ontology#serie>"
serieFrench: Final = "<https://w3id.org/archival-kg/ontology#serieFrench>"
series: Final = "<https://w3id.org/archival-kg/ontology#series>"
sha256: Final = "<https://w3id.org/archival-kg/ontology#sha256>"
shelfmark: Final = "<https://w3id.org/archival-kg/ontology#shelfmark>"
signatur: Final = "<https://w3id.org/archival-kg/ontology#signatur>"
signatura: Final = "<https://w3id.org/archival-kg/ontology#signatura>"
speaker: Final = "<https://w3id.org/archival-kg/ontology#speaker>"
speech: Final = "<https://w3id.org/archival-kg/ontology#speech>"
sprava: Final = "<https://w3id.org/archival-kg/ontology#sprava>"
subseries: Final = "<https://w3id.org/archival-kg/ontology#subseries>"
svazek: Final = "<https://w3id.org/archival-kg/ontology#svazek>"
sygnatura: Final = "<https://w3id.org/archival-kg/ontology#sygnatura>"
symbol: Final = "<https://w3id.org/archival-kg/ontology#symbol>"
szekcio: Final = "<https://w3id.org/archival-kg/ontology#szekcio>"
tagKind: Final = "<https://w3id.org/archival-kg/ontology#tagKind>"
teczka: Final = "<https://w3id.org/archival-kg/ontology#teczka>"
tetel: Final = "<https://w3id.org/archival-kg/ontology#tetel>"
text: Final = "<https://w3id.org/archival-kg/ontology#text>"
translator: Final = "<https://w3id.org/archival-kg/ontology#translator>"
unrest: Final = "<https://w3id.org/archival-kg/ontology#unrest>"
utterance: Final = "<https://w3id.org/archival-kg/ontology#utterance>"
verdict: Final = "<https://w3id.org/archival-kg/ontology#verdict>"
visit: Final = "<https://w3id.org/archival-kg/ontology#visit>"
viti: Final = "<https://w3id.org/archival-kg/ontology#viti>"
volume: Final = "<https://w3id.org/archival-kg/ontology#volume>"
wiazka: Final = "<https://w3id.org/archival-kg/ontology#wiazka>"
year: Final = "<https://w3id.org/archival-kg/ontology#year>"
zahl: Final = "<https://w3id.org/archival-kg/ontology#zahl>"
zespol: Final = "<https://w3id.org/archival-kg/ontology#zespol>"

DOCUMENT_ROLES: Final[dict[str, str]] = {
    "addressee": addressee,
    "author": author,
    "compiler": compiler,
    "contributor": contributor,
    "translator": translator,
}

EVENT_TYPES: Final[dict[str, str]] = {
    "agreement": agreement,
    "appointment": appointment,
    "arrest": arrest,
    "conversation": conversation,
    "death": death,
    "decision": decision,
    "meeting": meeting,
    "military-action": militaryAction,
    "other": other,
    "publication": publication,
    "sending": sending,
    "speech": speech,
    "unrest": unrest,
    "visit": visit,
}

LEVEL_TYPES: Final[dict[str, str]] = {
    "a.e.": arkhivnaEdinitsa,
    "abteilung": abteilung,
    "accession": accession,
    "akte": akte,
    "archivni-jednotka": archivniJednotka,
    "archivní jednotka": archivniJednotka,
    "arkhivna-edinitsa": arkhivnaEdinitsa,
    "band": band,
    "bestand": bestand,
    "bestand-amt": bestand,
    "bod": bod,
    "box": box,
    "busta": busta,
    "call-number": callNumber,
    "collection": collection,
    "csoport": csoport,
    "delo": delo,
    "doboz": doboz,
    "dosar": dosar,
    "dosje": dosje,
    "entry": entry,
    "fascicolo": fascicolo,
    "faszikel": faszikel,
    "file": file,
    "folder": folder,
    "fond": fond,
    "fonds": fonds,
    "frame": frame,
    "iktatoszam": iktatoszam,
    "iktatószám": iktatoszam,
    "inventar": inventar,
    "item": item,
    "jedinica": jedinica,
    "job": job,
    "karton": karton,
    "kotet": kotet,
    "kutija": kutija,
    "kötet": kotet,
    "lot": lot,
    "microfilm": microfilm,
    "opis": opis,
    "orzesi-egyseg": orzesiEgyseg,
    "other-level": otherLevel,
    "oznaka": oznaka,
    "papka": papka,
    "piece": piece,
    "publication": microfilm,
    "record-group": recordGroup,
    "reel": reel,
    "registro": registro,
    "rok": rok,
    "section": section,
    "serie": serie,
    "serie-french": serieFrench,
    "series": series,
    "signatur": signatur,
    "signatura": signatura,
    "sprava": sprava,
    "subseries": subseries,
    "svazek": svazek,
    "sygnatura": sygnatura,
    "symbol": symbol,
    "szekcio": szekcio,
    "szekció": szekcio,
    "série": serieFrench,
    "teczka": teczka,
    "tetel": tetel,
    "tétel": tetel,
    "viti": viti,
    "volume": volume,
    "wiazka": wiazka,
    "wiązka": wiazka,
    "year": year,
    "zahl": zahl,
    "zespol": zespol,
    "zespół": zespol,
    "őrzési egység": orzesiEgyseg,
}

PARTICIPATION_ROLES: Final[dict[str, str]] = {
    "absent": absent,
    "assigned": assigned,
    "chair": chair,
    "discussant": discussant,
    "invited": invited,
    "present": present,
    "speaker": speaker,
}

LABELS: Final[dict[str, str]] = {
    absent: "absent",
    abteilung: "Abteilung",
    accession: "accession",
    addressee: "addressee",
    agreement: "agreement",
    akte: "Akte",
    appointment: "appointment",
    archivniJednotka: "archivní jednotka",
    arkhivnaEdinitsa: "arkhivna edinitsa",
    arrest: "arrest",
    assigned: "assigned",
    author: "author",
    band: "Band",
    bestand: "Bestand",
    bod: "bod",
    box: "box",
    busta: "busta",
    callNumber: "call number",
    chair: "chair",
    collection: "collection",
    compiler: "compiler",
    contributor: "contributor",
    conversation: "conversation",
    csoport: "csoport",
    death: "death",
    decision: "decision",
    delo: "delo",
    discussant: "discussant",
    doboz: "doboz",
    dosar: "dosar",
    dosje: "dosje",
    entry: "entry",
    fascicolo: "fascicolo",
    faszikel: "Faszikel",
    file: "file",
    folder: "folder",
    fond: "fond",
    fonds: "fonds",
    frame: "frame",
    iktatoszam: "iktatószám",
    inventar: "inventar",
    invited: "invited",
    item: "item",
    jedinica: "jedinica",
    job: "job",
    karton: "karton",
    kotet: "kötet",
    kutija: "kutija",
    lot: "lot",
    meeting: "meeting",
    microfilm: "microfilm publication",
    militaryAction: "military action",
    opis: "opis",
    orzesiEgyseg: "őrzési egység",
    other: "other event",
    otherLevel: "other level",
    oznaka: "oznaka",
    papka: "papka",
    piece: "piece",
    present: "present",
    publication: "publication",
    recordGroup: "record group",
    reel: "reel",
    registro: "registro",
    rok: "rok",
    section: "section",
    sending: "sending",
    serie: "serie",
    serieFrench: "série",
    series: "series",
    signatur: "Signatur",
    signatura: "signatura",
    speaker: "speaker",
    speech: "speech",
    sprava: "sprava",
    subseries: "subseries",
    svazek: "svazek",
    sygnatura: "sygnatura",
    symbol: "symbol",
    szekcio: "szekció",
    teczka: "teczka",
    tetel: "tétel",
    translator: "translator",
    unrest: "unrest",
    visit: "visit",
    viti: "viti",
    volume: "volume",
    wiazka: "wiązka",
    year: "year",
    zahl: "Zahl",
    zespol: "zespół",
}
"""The English label of every term of a closed list."""
