"""Given names that one person may bear: short forms of every day, and one name in several languages."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from kg.identity.sounds import sounds

_LINES: Final = """
ahmad ahmed
gamal jamal
hafez hafiz
hussein husayn hussain
muammar moammar
muhammad mohammed mohamed mohammad mehmed
yusuf youssef yousef
albert al bert
aleksandr alexander alex alec sandy sasha shura sandor
aleksei alexei alyosha
andrew andy drew
anthony anton tony toni
benjamin ben
catherine katherine kate kathy katya
carl karl
charles charlie chuck
christopher chris
daniel dan danny
david dave
dmitrii dmitry dima mitya
donald don
edward ed ted eddie ned
elizabeth liz betty beth
evgenii yevgeny zhenya eugene
ferenc feri franz francis frank
franklin frank
frederick fred freddie friedrich fritz
georg george gyorgy georgii jiri jerzy
gerald jerry gerry
gregory greg grigorii grisha
harold hal
heinrich heinz henrik
henry harry hank
ivan vanya
james jim jimmy jamie
jeffrey jeff
johannes hans jan janos
john jack johnny
joseph josef joe josip iosif jozsef jozef sepp
kenneth ken
konstantin kostya
lawrence larry
leonard len
margaret peggy maggie
matthew matt
michael mike mick mikhail mihaly misha
nicholas nick nikolai kolya miklos
patrick pat
paul pavel pal
peter pete petr pyotr petya
philip phil
raymond ray
richard dick rick
robert bob rob bobby
ronald ron
samuel sam
stephen steven steve istvan stefan pista
theodore ted fedor
thomas tom tommy
vladimir volodya vova
walter walt
wilhelm willi willy
william bill will willy
"""


def _bearing() -> Mapping[str, frozenset[int]]:
    """Return the lines that hold each name, by its sound."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_LINES.split("\n")):
        for name in line.split():
            found[sounds(name)].add(number)
    return {name: frozenset(lines) for name, lines in found.items()}


_BEARING: Final = _bearing()


def one_person(left: str, right: str) -> bool:
    """Whether one person may bear both given names, in plain lower-case letters: Mike and Michael."""
    none: frozenset[int] = frozenset()
    return not _BEARING.get(sounds(left), none).isdisjoint(_BEARING.get(sounds(right), none))
