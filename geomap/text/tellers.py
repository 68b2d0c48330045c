"""Who tells of forces, and the names of those forces, as parts of expressions.

Residents, relatives and organisations that say who did it; the forces on whom they, or groups, lay
it. In English and in Urdu; one list for every rule that asks for them.
"""

from __future__ import annotations

__all__ = ["FORCES", "FORCES_URDU", "TELLERS", "TELLERS_URDU"]

FORCES = (
    r"(?:the\s+)?(?:(?:Pakistani?|security|law[\s-]enforcement|paramilitary|state|intelligence)\s+)*"
    r"(?:forces|army|military|troops|soldiers|Frontier\s+Corps|FC|CTD|counter-?\s?terrorism\s+(?:department|police)|Rangers|agency|agencies)\b"
)
FORCES_URDU = r"(?:فورسز|فوج|ایف\s?سی|فرنٹیئر\s+کور|سی\s?ٹی\s?ڈی|(?:خفیہ|ریاستی)\s+اداروں)"
TELLERS = (
    r"(?:residents?|villagers?|locals?|relatives?|famil(?:y|ies)|kin|elders?|neighbours|mothers?|fathers?|brothers?|sisters?|"
    r"widows?|wi(?:fe|ves)|cousins?|uncles?|aunts?|parents?|sons?|daughters?|survivors?|bystanders?|lawmakers?|"
    r"(?:eye-?)?witnesses|activists?|BYC|VBMP|PTM|HRCP)"
)
TELLERS_URDU = (
    r"(?:لواحقین|اہل\s?خانہ|اہلِ\s?خانہ|ورثا|رشتہ\s?داروں|والد(?:ین|ہ)?|بھائی|خاندان|"
    r"مقامی\s+(?:لوگوں|افراد|آبادی|ذرائع))"
)
