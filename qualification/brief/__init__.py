"""What the seller reads first, built from the record alone, and how it is shown. PURE."""
