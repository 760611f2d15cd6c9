"""Asking the data: builds and dumps opened, a library of questions, results in every usual format, facts explained."""
