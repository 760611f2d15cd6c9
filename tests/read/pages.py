"""Pages of our own making in the forms that the readers know; every name and number in them is invented."""

COVER = """

May 17, 1961
**Minutes of the Harbour Committee of the Seaside
Republic, 17 May 1961**

Citation:

"Minutes of the Harbour Committee of the Seaside Republic, 17 May 1961", May 17, 1961, Wilson Center Digital Archive, \
SHA, f. 7, op. 2, d. 31, l. 4-9ob. Compiled by A. B. Wren and translated by Carla Finch \
<https://digitalarchive.wilsoncenter.org/document/990017>

Summary:

The committee hears why the mole is not finished.

Original Language:

Hungarian

Contents:

Translation - English

"""

BODY = (
    "Minutes of the 3rd Meeting(Secret)Chairman: Cde. Orlik.Present: Cdes. Berta, Kovak,Lindo, V. Marsh."
    "Absent: Cde. Quill (ill).Agenda:1. The northern mole(1)2. Pay of the pilots1. The Northern MoleCde. Berta: Stone "
    "is short, and of the ten barges (2) only six came.(2)Cde. Orlik—Who ordered them?Resolution: "
    "The Committee charges "
    "Cdes. Kovak and Lindo to find stone by 1 VII.2. Pay of the PilotsCde. V. Marsh:They will "
    "strike.(3)(Discussion: Cdes. "
    "Berta, Kovak)"
)
NOTES = (
    "Translator's Notes1 The plan is in SHA, f. 7, op. 2, d. 30, l. 1.2 There is an error in the "
    "original: seven came.³ "
    "They did so\n\non 2 June."
)
PAGE = COVER + BODY + NOTES

FLAT = (
    "Digital Archive digitalarchive.wilsoncenter.org International History Declassified July 11, "
    "1958 Letter, Rosa Elm to Ivo Tarn Citation: “Letter, Rosa Elm to Ivo Tarn,” July 11, 1958, "
    "History and Public Policy Program Digital Archive, SHA, f. 1. Translated by Carla Finch. "
    "http://digitalarchive.wilsoncenter.org/document/990018 Summary: She asks for coal. Credits: "
    "Made possible by nobody. Original Language: Polish Contents: English Translation Dear "
    "friend, send coal.[1] [1] He did not."
)

FRUS = """Harbour Mission Files, Lot 11–D99

[Document 12]

Notes on Meeting Between General Hale and Mr. Tomas Brink at No. 3 Quay Road, Port Albert, March 2, 1946, 9 a.m.

Port Albert, March 2, 1946, 9 a.m.

Also present: Lt. Col. Dobbs

Captain Reyes

Mr. Brink said that the convoy7 had sailed. General Hale read the order.8

7 Not printed.

8 See the note of February 9, supra.
"""
