"""How are figures drawn? Pure functions from numbers to SVG: no script, no inline style.

A chart is as wide as its place: across, everything is said in per cent, so that words keep their
size on a telephone. Colours are classes of static/charts.css, which knows light and dark.
"""
