"""The words by which a page speaks of itself, and those by which sentences hold together, in the languages of Europe. Data only."""

from sitegen.clean.vocabulary import words

KINDS: dict[str, frozenset[str]] = {
    "share": words(
        """
        share shares shared tweet tweets pin print email e-mail mail copy link copied facebook twitter whatsapp telegram
        linkedin pinterest reddit flipboard instagram youtube tiktok bluesky threads mastodon rss messenger xing bookmark
        like likes follow following followers teilen drucken merken kopieren folgen gefällt partager imprimer copier lien
        suivre compartir imprimir enviar copiar enlace seguir guardar condividi stampa segui salva copia compartilhar
        partilhar delen afdrukken volg del dela skriv tisk sdílet paylaş поделиться подписаться
        """
    ),
    "subscribe": words(
        """
        subscribe subscriber subscribers subscription newsletter newsletters inbox sign signup register registered login
        log logged account free trial unlimited premium member members membership join donate donation donations support
        abonnieren abo abonnement abonnenten anmelden registrieren einloggen konto kostenlos postfach spenden spende
        testen mitglied abonnés abonné abonnez s'abonner connexion connecter inscrivez inscription gratuit suscríbete
        suscriptores suscripción regístrate registrarse gratis boletín iniciar sesión abbonati abbonamento accedi
        iscriviti registrati assine assinar assinante nieuwsbrief aanmelden inloggen prenumerera nyhetsbrev logg logga
        abonner předplatné přihlásit abone giriş üye подписка войти
        """
    ),
    "legal": words(
        """
        copyright © rights reserved terms privacy policy policies cookies cookie conditions disclaimer consent settings
        gdpr imprint advertise careers contact license licence licensing permissions trademark accessibility sitemap
        datenschutz impressum agb nutzungsbedingungen datenschutzerklärung einstellungen zustimmung kontakt karriere
        rechte vorbehalten mediadaten mentions légales confidentialité droits réservés contacter cgu cgv aviso legal
        privacidad derechos reservados contacto política termini condizioni riservata diritti riservati contatti
        direitos contato privacidade voorwaarden personvern integritet kontakta kontakt gizlilik
        """
    ),
    "comments": words(
        """
        comment comments commenting reply replies reactions discussion conversation feedback forum moderated moderators
        kommentar kommentare kommentieren diskussion leserbrief antworten commentaire commentaires réagir comentario
        comentarios commenti commento comentários reacties reageer kommentarer komentáře yorum yorumlar комментарии
        """
    ),
    "more": words(
        """
        more read related recommended trending popular latest top next previous also stories articles posts headlines
        picks featured recent see watch listen view click here continue continues explore discover topics topic tags tag
        categories category section sections filed mehr lesen weiterlesen lesetipp lesetipps meistgelesen beliebt
        empfohlen empfehlungen neueste nachrichten themen thema schlagworte kategorie startseite übersicht artikel auch
        interessant zum zur lire suite plus lus articles sujets voir aussi thèmes accueil leer más noticias relacionadas
        leídas últimas temas etiquetas portada también leggi anche altri notizie ultime argomenti leia mais veja também
        lees meer meest gelezen les mer læs mere läs mer číst více haberler ilgili читайте также новости
        """
    ),
    "menu": words(
        """
        menu home search skip navigation toggle close open main news sport sports business opinion politics world
        entertainment lifestyle weather video videos photos podcasts games jobs shop store live edition back up down
        toolbar button icon loading expand collapse scroll suche suchen menü schließen öffnen politik wirtschaft kultur
        wissen gesellschaft panorama digital reise gesundheit recherche rechercher fermer culture société économie
        buscar cerrar deportes economía cultura opinión sociedad cerca chiudi cronaca esteri zoeken sluiten søk sök
        hledat ara gündem поиск
        """
    ),
    "advertisement": words(
        """
        advertisement advertisements advertising ad ads sponsored promoted promotion partner affiliate commission
        werbung anzeige anzeigen publicité publicidad anuncio pubblicità publicidade advertentie annonse annons reklam
        reklama реклама
        """
    ),
    "picture": words(
        """
        photo photos photograph photographer photography image images picture pictured pictures file credit getty
        shutterstock istock imago afp epa reuters ap dpa alamy courtesy handout screenshot via caption gallery
        illustration foto fotos bild bilder quelle symbolbild archivbild archiv bildquelle symbolfoto crédit photographie
        illustration imagen archivo foto cortesía immagine arquivo beeld billede фото
        """
    ),
    "author": words(
        """
        by author authors reporter reporters correspondent editor editors writer journalist columnist contributor
        contributed contributing staff editing reporting writes covers von autor autorin redakteur redakteurin redaktion
        korrespondent korrespondentin par auteur journaliste rédaction por redacción periodista redactor di autore
        redazione giornalista door redactie af av
        """
    ),
    "time": words(
        """
        ago min mins minute minutes hour hours read updated published posted date edt est gmt uhr aktualisiert
        veröffentlicht stand lesezeit minuten vor publié mis jour heures lecture actualizado publicado horas hace
        aggiornato pubblicato fa gepubliceerd bijgewerkt oppdatert publisert uppdaterad opdateret
        """
    ),
    "you": words(
        """
        you your our us we sie ihre ihren ihr ihnen unsere unserem unseren unser uns du dein deine vous votre vos nous
        notre nos tu tus su nuestro nuestra vostro nostra nostro você nosso u uw onze je
        """
    ),
}
"""A kind of page talk and its words, lower case."""

TALK = frozenset().union(*KINDS.values())
"""All of them."""

HOLDING = words(
    """
    a an the and or but of in on at to for from with by as is are was were be been has have had that this which who not it
    he she they his her their its will would can could said after before than when if into about over
    der die das den dem des ein eine einen einem einer und oder aber von zu im ist sind war waren hat haben wird werden
    nicht sich mit auf für als auch bei aus nach dass er es wie am an
    le la les un une des du et ou mais de en est sont était a ont pas que qui dans pour sur avec par il elle ce au aux se
    el los las del y o pero es son fue ha han no se que con para por su lo al una
    il lo gli i e ma è sono stato non che di da con per su si nel della dei del
    o os um uma do da dos das em é foi não se com para por
    het een en van dat niet zijn met voor op aan te bij door
    og er på som til av ikke den det et att och är med som för inte har ble
    w z na nie się że do i jest od za je se na v že s do to by
    bir ve bu da de için ile olarak
    и в не на что с по он как это из за от
    """
)
"""Words that sentences are held together with; menus and headlines have few."""

REPORTING = words(
    """
    said says told tells added adds asked wrote writes tweeted announced claimed argued insisted warned explained stated
    replied recalled noted admitted joked quipped continued according
    sagte sagt sagten erklärte erklärt betonte meinte so schrieb schreibt teilte zufolge kritisierte forderte warnte
    fügte ergänzte hieß
    dit déclaré explique expliqué affirme affirmé ajoute ajouté estime indique assure selon
    dijo dice afirmó asegura aseguró explicó explica añadió según señaló declaró
    ha detto dice spiega spiegato aggiunge afferma secondo disse afirmou diz explicou
    zei zegt aldus sagde siger sa sier säger sade uvedl řekl dedi söyledi
    """
)
"""Words that give words to somebody."""
