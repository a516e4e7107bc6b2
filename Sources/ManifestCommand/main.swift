print("manifestlint")
