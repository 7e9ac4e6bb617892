"""How does the employee really do?"""
