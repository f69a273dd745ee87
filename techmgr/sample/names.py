"""Invented people, departments and companies. Any likeness to real ones is chance."""

OFFICERS = ("Ines Moreau", "Priya Nair", "Tomas Adler", "Jun Lin")

SCHOOLS = {
    "School of Engineering": (
        "Mechanical Engineering",
        "Aerospace Engineering",
        "Electrical Engineering",
    ),
    "School of Science": ("Physics", "Chemistry", "Materials Science"),
    "School of Medicine": ("Biomedical Engineering", "Clinical Research"),
    "School of Computing": ("Computer Science", "Robotics"),
}

DEPARTMENT_OF = {
    "Aerospace": "Aerospace Engineering",
    "Propulsion": "Aerospace Engineering",
    "Communications": "Electrical Engineering",
    "Electrical and electronics": "Electrical Engineering",
    "Power generation and storage": "Electrical Engineering",
    "Environment": "Chemistry",
    "Health medicine and biotechnology": "Biomedical Engineering",
    "Information technology and software": "Computer Science",
    "Robotics automation and control": "Robotics",
    "Instrumentation": "Physics",
    "Optics": "Physics",
    "Sensors": "Physics",
    "Manufacturing": "Mechanical Engineering",
    "Mechanical and fluid systems": "Mechanical Engineering",
    "Materials and coatings": "Materials Science",
}

FIELD_OF = {
    "Aerospace": "aeronautics",
    "Propulsion": "propulsion",
    "Communications": "communications",
    "Electrical and electronics": "electronics",
    "Power generation and storage": "power",
    "Environment": "environment",
    "Health medicine and biotechnology": "health",
    "Information technology and software": "information",
    "Robotics automation and control": "robotics",
    "Instrumentation": "instruments",
    "Optics": "optics",
    "Sensors": "sensors",
    "Manufacturing": "manufacturing",
    "Mechanical and fluid systems": "mechanical",
    "Materials and coatings": "materials",
}

GIVEN = (
    "Amara", "Lukas", "Mei-Ling", "Yuki", "Omar", "Greta", "Hana", "Pablo", "Nadia", "Viktor", "Aisha",
    "Erik", "Sofia", "Daniel", "Ravi", "Chen", "Ingrid", "Samuel", "Leila", "Marco", "Anya", "Tariq",
    "Elena", "Kofi", "Marit", "Hugo", "Zora", "Felix",
)  # fmt: skip
FAMILY = (
    "Okafor", "Brandt", "Zhao", "Tanaka", "El-Sayed", "Lind", "Sato", "Ndlovu", "Petrov", "Rossi", "Khan",
    "Berg", "Novak", "Weiss", "Iyer", "Huang", "Dahl", "Osei", "Haddad", "Conti", "Volkova", "Rahman",
    "Marin", "Mensah", "Nygaard", "Laurent", "Kovacs", "Hartmann",
)  # fmt: skip
# One name in Chinese: names are never split, and every document must print it.
CHINESE = ("王海霞", "李明远", "赵敏")

COMPANIES = (
    "Vantor Avionics", "Auscura Medical", "Norrland Sensor", "Tern Veterinary", "Halcyon Coatings",
    "Bright Meadow Energy", "Corvid Robotics", "Larkspur Optics", "Quillon Materials", "Ferrow Space",
    "Delmar Instruments", "Osprey Fluidics", "Pinnate Software", "Sable Propulsion", "Thistle Diagnostics",
    "Umber Additive", "Wyvern Telemetry", "Yarrow Environmental", "Zephyr Turbines", "Alder Imaging",
)  # fmt: skip
SPONSORS = (
    "National Aeronautics and Space Administration",
    "National Science Foundation",
    "Department of Energy",
)
COUNSEL = ("Marlow & Finch LLP", "Greaves Patent Counsel")

OWN_RULE = """[[rule]]
code = "office.new_results"
title = "Ask the inventors for new results"
trigger = "filed.provisional"
months = 9
valid = { from = 2027-01-01 }
calendar = "office"
roll = "back"
hard = false
met_by = ["filed", "filed.pct"]
citation = "Office rule: three months before the provisional ends"
kind = "office"
"""
