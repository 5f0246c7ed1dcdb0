"""The furniture of pages in other languages than English. Data only: a line stands here because a page shows it, not an author."""

from sitegen.clean.vocabulary import phrases

WHOLE_LINES_ABROAD = phrases(
    """
    zum inhalt springen|zur startseite|startseite|menü|suche|suchen|anmelden|abmelden|mein konto|merken|merkliste|gemerkt|teilen|artikel teilen|drucken|artikel drucken|artikel merken|vorlesen|anhören|artikel anhören|artikel verschenken|folgen|kommentare|kommentar schreiben|kommentieren|jetzt kommentieren|schreiben sie den ersten kommentar|diskutieren sie mit
    lesen sie auch|lesen sie mehr|lesen sie mehr zum thema|lesen sie hier|mehr lesen|weiterlesen|mehr dazu|mehr zum thema|mehr zu diesem thema|mehr aus|auch interessant|das könnte sie auch interessieren|das könnte sie interessieren|passend zum thema|meistgelesen|meistgelesene artikel|meist gelesen|beliebt|neueste artikel|neueste beiträge|schlagworte|schlagwörter|themen|kategorien
    anzeige|werbung|advertorial|sponsored|newsletter abonnieren|jetzt abonnieren|abonnieren|jetzt registrieren|jetzt anmelden|zum newsletter anmelden|datenschutz|datenschutzerklärung|impressum|nutzungsbedingungen|agb|kontakt|über uns|nach oben|alle rechte vorbehalten|alle rechte vorbehalten.|quelle|symbolbild|symbolfoto|archivbild|externer inhalt|empfohlener externer inhalt|empfohlener redaktioneller inhalt
    accueil|menu|rechercher|recherche|se connecter|connexion|mon compte|partager|partager l'article|partager l’article|imprimer|envoyer|copier le lien|ajouter à vos favoris|ajouter aux favoris|enregistrer|écouter|écouter l'article|écouter l’article|commenter|commentaires|voir les commentaires|réagir|lire la suite|lire plus tard|lire plus|lire aussi|à lire aussi|à lire également|voir aussi|sur le même sujet|les plus lus|dernières actualités|articles liés|s'abonner|s’abonner|je m'abonne|je m’abonne|abonnez-vous|publicité|mentions légales|politique de confidentialité|contact|tous droits réservés|tous droits réservés.|réservé aux abonnés|article réservé aux abonnés
    inicio|portada|buscar|iniciar sesión|compartir|compartir en facebook|compartir en twitter|compartir en whatsapp|copiar enlace|imprimir|guardar|escuchar|comentar|comentarios|ver comentarios|leer más|lee también|lea también|te puede interesar|te recomendamos|también te puede interesar|lo más leído|lo más visto|más noticias|más información|noticias relacionadas|etiquetas|temas|archivado en|publicidad|suscríbete|suscribirse|aviso legal|política de privacidad|política de cookies|contacto|todos los derechos reservados|todos los derechos reservados.
    cerca|accedi|condividi|stampa|salva|ascolta|ascolta l'articolo|ascolta l’articolo|commenta|commenti|leggi anche|leggi di più|leggi tutto|continua a leggere|ti potrebbe interessare|potrebbe interessarti|i più letti|articoli correlati|ultime notizie|argomenti|abbonati|iscriviti|iscriviti alla newsletter|pubblicità|note legali|contatti|riproduzione riservata|tutti i diritti riservati|© riproduzione riservata
    início|entrar|compartilhar|partilhar|imprimir|ouvir|salvar|comentários|leia mais|leia também|veja também|mais lidas|últimas notícias|notícias relacionadas|assine|assine já|publicidade|política de privacidade|contato|contacto|todos os direitos reservados
    zoeken|inloggen|delen|deel dit artikel|deel artikel|bewaren|afdrukken|beluister|luister|reacties|reageer|lees ook|lees meer|lees verder|meer over dit onderwerp|meest gelezen|laatste nieuws|gerelateerd|advertentie|abonneren|abonneer|nieuwsbrief|meld je aan voor onze nieuwsbrief|privacyverklaring|alle rechten voorbehouden
    hoppa till innehåll|sök|logga in|dela|dela artikeln|spara|skriv ut|lyssna|lyssna på artikeln|kommentarer|läs mer|läs också|läs även|mest lästa|senaste nytt|relaterat|annons|prenumerera|prenumerera på vårt nyhetsbrev|nyhetsbrev|kontakta oss|om oss
    søk|søg|logg inn|log ind|del|del artikkelen|del artiklen|lagre|gem|lytt|lyt|les mer|les også|læs mere|læs også|mest lest|mest læste|siste nytt|seneste nyt|annonse|annonce|abonner|nyhetsbrev|nyhedsbrev|kontakt oss|kontakt os
    hledat|přihlásit se|sdílet|uložit|tisk|číst dál|číst více|čtěte také|nejčtenější|související články|reklama|inzerce|předplatné|diskuse|szukaj|zaloguj się|udostępnij|drukuj|czytaj więcej|czytaj także|czytaj też|zobacz także|najpopularniejsze|reklama|komentarze|polityka prywatności
    ara|giriş yap|paylaş|yazdır|kaydet|dinle|yorumlar|yorum yap|devamını oku|ilgili haberler|ayrıca okuyun|en çok okunanlar|son dakika|reklam|abone ol|gizlilik politikası|поиск|войти|поделиться|распечатать|читать далее|читайте также|читать также|по теме|самое читаемое|последние новости|комментарии|реклама|подписаться|все права защищены|シェア|記事を印刷|関連記事|続きを読む|無断転載禁止
    """
)
"""Lines that are nothing else, lower case: German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Czech, Polish, Turkish, Russian, Japanese."""

OPENINGS_ABROAD: tuple[tuple[str, str], ...] = (
    ("(?:lesen sie (?:auch|hier|mehr|dazu|außerdem)|mehr (?:zum thema|dazu|lesen)|auch interessant|(?:zum )?weiterlesen|lesetipps?|passend dazu)\\s?[:|►>»]\\s?.{0,200}", ""),
    ("(?:à lire (?:aussi|également)|lire (?:aussi|également)|voir aussi|sur le même sujet)\\s?[:|►>»]\\s?.{0,200}", ""),
    ("(?:le[ea] (?:también|además|más)|te puede interesar|más información|archivado en|etiquetas)\\s?[:|►>»]\\s?.{0,200}", ""),
    ("(?:leggi (?:anche|pure)|approfondisci|potrebbe interessarti)\\s?[:|►>»]\\s?.{0,200}", ""),
    ("(?:leia (?:também|mais)|veja (?:também|mais)|saiba mais)\\s?[:|►>»]\\s?.{0,200}", ""),
    ("(?:lees (?:ook|meer|verder)|bekijk ook|l[äæ]s (?:også|också|även|mer|mere)|les (?:også|mer)|čtěte také|czytaj (?:też|także|więcej)|zobacz (?:też|także)|читайте также|ayrıca okuyun)\\s?[:|►>»]\\s?.{0,200}", ""),
    ("(?:lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|lesetid|læsetid)\\s?:?\\s?(?:ca\\. ?)?\\d{1,3}.{0,20}", ""),
    ("\\d{1,3} ?(?:min(?:uten)?\\.?|minutes?|minuti|minutos|minuten|minuter|min) (?:lesezeit|de lecture|di lettura|de lectura|de leitura|lezen|lästid)", ""),
    ("(?:foto|bild|photo|crédit photo|crédits?|imagen|imagem|fotos?|beeld|bildrechte|bildquelle|quelle|fotograf|fotografie)\\s?[:/|©]\\s?.{2,120}", ""),
    ("(?:kommentare|commentaires|comentarios|commenti|comentários|reacties|kommentarer)\\s?\\(?\\d{0,6}\\)?", ""),
    ("\\d{1,6} (?:kommentare?|commentaires?|comentarios?|commenti|comentários|reacties|kommentarer|ergänzungen)", ""),
    ("an dieser stelle finden sie .{0,60}externen? inhalt.{0,300}", ""),
    ("(?:melden sie sich|jetzt) .{0,80}(?:newsletter|kostenlos) .{0,80}(?:an|abonnieren|testen)\\b.{0,40}", ""),
    ("(?:abonnez-vous|inscrivez-vous|suscríbete|suscríbase|iscriviti|abonneer je|meld je aan|prenumerera|assine|inscreva-se)\\b.{0,160}", ""),
    ("(?:síguenos|suivez-nous|seguici|siga-nos|volg ons|följ oss|folgen sie uns|følg oss|følg os)\\b.{0,120}", ""),
)  # fmt: skip
"""As OPENINGS of furniture_words.py: a pattern of a whole line, and what the line says of the article."""
