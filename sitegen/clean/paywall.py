"""Which lines of a page say that the rest is for those who pay, or who sign in. The words are data; a line is asked only for what it holds."""

from sitegen.clean.vocabulary import phrases

_LONGEST = 250
_NOTICES = phrases("""
    article is for subscribers|story is for subscribers|content is for subscribers|content is for members|available to subscribers|available only to subscribers|exclusive to subscribers
    for subscribers only|for paid subscribers|subscriber-only|subscribers-only|only available to subscribers|reserved for subscribers|this is premium content|this is a premium article
    subscribe to continue|subscribe to keep reading|subscribe to read|subscribe now to continue|register to continue reading|register to read|sign in to continue reading|log in to continue reading
    sign up to continue reading|create an account to continue|create a free account to|to continue reading this article|to continue reading, |to read the full article|to read the full story|to read the rest of this
    to keep reading, |already a subscriber?|already a member?|already have a subscription?|already subscribed?|unlock this article|unlock this story|unlock the full article|your last free article|free articles remaining
    free articles left|limit of free articles|free article limit|rest of this article is|upgrade to read|become a member to read|become a subscriber to read|start your free trial to|keep reading with a subscription
    artikel ist nur für abonnenten|nur für abonnenten|exklusiv für abonnenten|sie haben bereits ein abo|bereits abonnent|schon abonnent|sie möchten weiterlesen|jetzt weiterlesen|mit einem abo weiterlesen
    weiterlesen mit|um weiterzulesen|um diesen artikel zu lesen|lesen sie diesen artikel mit|registrieren und weiterlesen|registrieren sie sich, um
    réservé aux abonnés|réservée aux abonnés|réservé à nos abonnés|de cet article à lire|de cet article à découvrir|déjà abonné|pour lire la suite|pour accéder à la suite|abonnez-vous pour lire|poursuivre votre lecture
    exclusivo para suscriptores|exclusiva para suscriptores|solo para suscriptores|sólo para suscriptores|para seguir leyendo|para continuar leyendo|ya eres suscriptor|ya soy suscriptor|suscríbete para
    riservato agli abbonati|per continuare a leggere|per continuare la lettura|sei già abbonato|abbonati per leggere|exclusivo para assinantes|já é assinante|para continuar lendo|para continuar a ler|assine para
    alleen voor abonnees|exclusief voor abonnees|al abonnee|om verder te lezen|verder lezen?|log in om verder|redan prenumerant|för att läsa vidare|för att läsa hela|endast för prenumeranter
    allerede abonnent|for at læse videre|kun for abonnenter|for å lese videre|for å lese hele|forbeholdt abonnenter|tylko dla prenumeratorów|tylko dla subskrybentów|aby czytać dalej|przeczytaj cały artykuł
    pouze pro předplatitele|pro předplatitele|только для подписчиков|чтобы читать дальше|читать полностью по подписке|yalnızca aboneler|okumaya devam etmek için abone
    有料会員|会員限定|有料記事|続きを読むには|订阅后阅读|会员专享|付费阅读|訂閱後|구독자 전용|للمشتركين فقط
    """)  # fmt: skip


def is_paywall_notice(line: str) -> bool:
    """Say whether a line is a paywall's notice."""
    if len(line) > _LONGEST:
        return False
    low = line.casefold()
    return any(phrase in low for phrase in _NOTICES)
