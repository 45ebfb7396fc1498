"""What sales and admins see: hand-overs, leads, one lead with its reasons; and the API."""
