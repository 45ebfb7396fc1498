"""What no person says about themselves: code, orders to a machine, feigned messages. PURE."""
