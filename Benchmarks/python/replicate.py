"""Writes an events file of a given size: every k-th event of a file, or copies with keys of their own.

usage: replicate.py EVENTS COUNT OUTPUT
"""

import csv
import sys

source, count, output = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with open(source, newline="") as file:
    header, *rows = csv.reader(file)
key = header.index("event_id")
with open(output, "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    if count <= len(rows):
        writer.writerows(rows[index * len(rows) // count] for index in range(count))
    else:
        for index in range(count):
            copy, position = divmod(index, len(rows))
            row = list(rows[position])
            if copy:
                row[key] += f"-copy{copy}"
            writer.writerow(row)
