"""Where do the performance figures come from?"""
