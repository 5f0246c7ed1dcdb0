"""The furniture of pages that comes along when an article is pasted or saved. Data only: a line stands here because a page shows it, not an author."""

from sitegen.clean.vocabulary import words

WHOLE_LINES = frozenset(
    """
    advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|promoted|anzeige|werbung|publicité|publicidad|pubblicità|реклама
    share|share this|share this article|share this story|share this post|share article|share story|share via|share on|share it|share now|teilen|partager|compartir
    share with friends|share on social media|share this on|share link|copy|copy link|link copied|link copied!|copy url|copy link url copied!|link was copied!
    print|print this|print this article|print article|print this page|email|e-mail|mail|email this|email this article|email article|send|drucken|imprimer|imprimir
    save|saved|save article|save this article|save story|save this story|bookmark|bookmarked|article bookmarked|add to favorites|reuse this content
    like|like this|like this:|like loading...|loading...|loading…|loading|loading comments...|follow|follow us|follow us on|following|listen|listen to article|listen to this article
    read more|read more:|read also|also read|also read:|read next|read next:|read now|read full article|read the full story|continue reading|continue reading below|keep reading
    more|see more|see also|see all|show more|show less|load more|view more|view all|learn more|click here|click to enlarge|expand|collapse|close|back|back to top|go back|skip|next|previous
    top|scroll to top|menu|home|search|skip to content|skip to main content|skip advertisement|toggle navigation|navigation|main menu|post navigation|breadcrumbs
    subscribe|subscribe now|subscribe today|sign up|sign up now|sign in|log in|login|register|join now|join us|abonnieren|s'abonner|einloggen|log in subscribe|subscribe sign in
    newsletter|newsletters|our newsletter|get the newsletter|sign up for our newsletter|subscribe to our newsletter|thanks for signing up!|thank you for subscribing!
    comments|comment|view comments|show comments|see comments|leave a comment|leave a reply|post a comment|add a comment|no comments|no comments yet|join the conversation|join the discussion|cancel reply|write a comment
    trending|trending now|most popular|most read|most viewed|popular|popular now|popular posts|top stories|top news|latest|latest news|latest posts|latest stories|recent posts|editor's picks|editors' picks|editor’s picks|editors’ picks|featured
    related|related:|related stories|related articles|related news|related posts|related content|related topics|related coverage|recommended|recommended for you|recommended stories|you may also like|you might also like|you may like|more stories|more from this author|more on this story|more on this topic|explore more on these topics|don't miss|don’t miss|in this article|in this article:|in this story|up next|what to read next|mehr zum thema|auch interessant|lesen sie auch|à lire aussi|lire aussi|lea también|leggi anche|lees ook
    tags|tags:|topics|topics:|categories|categories:|filed under|filed under:|keywords:|about the author|about the authors|author|author:|view author archive|get author rss feed|view all posts|all posts|show author
    exit mobile version|view mobile version|view desktop version|mobile version|desktop version|switch to desktop|open in app|get the app|download our app|download the app|use app
    cookie policy|privacy policy|privacy|terms of use|terms of service|terms and conditions|terms & conditions|contact us|about us|disclaimer|accept|accept all|accept cookies|got it|manage privacy preferences|all rights reserved|all rights reserved.|advertise with us
    photo|photos|video|videos|watch|watch live|watch video|watch now|play|play video|pause|mute|unmute|autoplay|image|gallery|view gallery|slideshow|caption|enlarge image|image caption|image source|photo credit|getty images|open image in gallery|toggle caption|hide caption
    end of article|end of story|article continues below|story continues below|story continues|article continues after advertisement|story continues below advertisement|advertisement - continue reading below|scroll to continue|scroll down to continue|continue reading the main story|support quality journalism|support us|donate|donate now|become a member|give feedback|feedback|report an error|report a typo|report this ad|was this article helpful?|rate this article
    advertisement - continue reading below|article continues below|continue reading|skip past newsletter promotion|after newsletter promotion|view image in fullscreen|reuse this content|listen to this story|listen to this article|give this article|gift this article|share full article|save for later|add to reading list|jump to recipe|print recipe|pin this recipe|save this recipe|save this recipe!|rate this recipe
    thank you for signing up|thanks for subscribing|thanks for subscribing!|get notifications|turn on notifications|get alerts|manage preferences|update your preferences|unsubscribe|view in browser|read online|view this email in your browser|open in browser|forward to a friend|forwarded this email?|subscribe here|get the app|start writing|start your substack|ready for more?|discussion about this post|restacks|leave a comment|share this post|write a comment...
    hide ad|skip ad|remove ads|visit shots! now|promoted content|sponsored stories|paid content|paid post|partner content|from our partners|around the web|from the web|more for you|more to explore|more to read|more to discover|more headlines|more news|recommended reading|recommended articles|recommended videos|read this next|read more here|explore more|keep exploring|previous post|next post|previous article|next article|older posts|newer posts|previous story|next story
    no result|view all result|stay connected|stay in touch|get in touch|connect with us|contact the author|send us a tip|submit a tip|submit a correction|corrections|letters to the editor|our standards|reprints|rights & permissions|license this content|buy now|shop now|order now|fans|followers|subscribers|follow this author|more by this author|written by|view profile|see full bio|see profile|about this author|about the writer|contributors|meet the author
    required fields are marked *|comment *|name *|email *|website|post comment|submit comment|notify me of new posts by email.|notify me of follow-up comments by email.|save my name, email, and website in this browser for the next time i comment.|powered by wordpress|blog at wordpress.com.|proudly powered by wordpress|please enter your comment!|please enter your name here|table of contents|contents|in this section|key points|yes|no|ok|okay|submit|apply|enter your email|enter your email address|your email|email address|first name|last name
    this slideshow requires javascript.|javascript is disabled in your browser|this video can not be played|this content is not available in your location|loading video|video unavailable|audio player|more audio|download audio|download|transcript|show transcript|chapters|share episode|apple podcasts|spotify|listen now|listen and subscribe
    for immediate release|for immediate use|media contact|media contacts|press contact|notes to editors|urgent|breaking|breaking news|exclusive|live|live updates|live blog|key events|show key events only|filters (beta)|more events|refresh|what you need to know|developing story|follow live updates|most recent|oldest first|newest first|sort by
    reuter|reuters|reuter…|reuter 3|-30-|###|* * *|***|___|---|ends|(ends)|end|eom
    """.replace("\n    ", "|")
    .strip("| \n")
    .split("|")
)
"""Lines that are nothing else, lower case."""

SHARE_WORDS = words(
    """
    facebook twitter x whatsapp telegram linkedin pinterest reddit email e-mail mail print copy link tumblr
    flipboard pocket instagram youtube tiktok messenger threads bluesky mastodon signal viber line sms skype xing vk
    weibo wechat gab gettr share tweet pin save post icon on to via by and & + more comment comments like follow
    bookmark url copied like button fb in rss url truth social
    """
)
"""A line of up to a dozen of these and nothing else is a row of buttons."""

OPENINGS: tuple[tuple[str, str], ...] = (
    ("share (?:this )?(?:article|story|post|page)?\\s?(?:on|via|with|to|using) (?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|friends|social|others|your)\\b.{0,40}", ""),
    ("click (?:here )?to (?:share|email|print|tweet|subscribe|join|follow|read|download|enlarge|view|watch)\\b.{0,120}", ""),
    ("(?:(?:also|must|further) (?:read|see|watch|listen)|(?:read|see|watch|listen) (?:also|more|next))\\s?[:|►>»–—-]+\\s?.{3,200}", ""),
    ("(?:read|see|watch|listen|lesen|lire|leer|leggi)(?: also| more| next| now| here| on)*\\s?[:|►>»]\\s?.{3,200}", ""),
    ("(?:related|recommended|more|up next|see also|read more|don['’]t miss|in pictures|video|watch|listen|in other news|trending|suggested)(?: stories| news| articles| reading| on| about| from)*\\s?[:|►>»]\\s?.{0,200}", ""),
    ("read (?:more|the full|the original|our|all|full)\\b.{0,80}(?:here|below|article|story|comments|coverage|on .{2,40})\\.?", ""),
    ("(?:story|article|text) continues (?:below|after).{0,60}", ""),
    ("sign up (?:here|now|today|below|for|to)\\b.{0,200}", ""),
    ("subscribe (?:now|here|today|for|to|and)\\b.{0,200}", ""),
    ("(?:follow|join|like|find|connect with) (?:us|our|me|the author)\\b.{0,30}\\b(?:on|at|in|via|for|channel|group|page|community|newsletter)\\b.{0,120}", ""),
    ("follow (?:the )?[^.]{2,60} on (?:x|twitter|facebook|instagram|whatsapp|telegram|linkedin|youtube|google news|social media)\\b.{0,120}", ""),
    ("(?:get|receive) (?:the|our|your|all|more|latest|breaking|daily|exclusive|weekly)\\b.{0,140}(?:inbox|newsletter|app|alerts|e-?mail|updates)\\b.{0,60}", ""),
    ("(?:download|install|get) (?:the|our) .{0,40}\\bapp\\b.{0,80}", ""),
    ("(?:our|this) newsletter\\b.{0,160}", ""),
    ("by (?:signing up|subscribing|registering|clicking|providing|submitting|continuing)\\b.{0,250}", ""),
    ("(?:this site|this website|we) uses? (?:cookies|akismet)\\b.{0,250}", ""),
    ("you (?:must|need to|have to) (?:be|log|sign|register|enable)\\b.{0,40}(?:logged in|log in|sign in|register|javascript|comment|subscriber)\\b.{0,80}", ""),
    ("your (?:email address|e-mail address|subscription|browser)\\b.{0,160}", ""),
    ("(?:please )?(?:enable|turn on|allow) (?:javascript|cookies|notifications)\\b.{0,120}", ""),
    ("already (?:a subscriber|have an account|subscribed|a member)\\b.{0,80}", ""),
    ("(?:©|ⓒ|\\(c\\) ?\\d{4}|copyright\\s?(?:©|ⓒ|\\(c\\)|\\d{4}|by\\b|notice|reserved)).{0,200}", ""),
    ("all rights reserved\\b.{0,160}", ""),
    ("(?:no part of )?this (?:material|article|content|story) may not be (?:published|reproduced)\\b.{0,200}", ""),
    ("(?:photo|image|picture|photograph|foto|bild|pic|file photo|photo credit|image credit|credit|credits|photo by|image source|photo source|source: getty)\\s?[:/|©]\\s?.{2,120}", ""),
    ("(?:photo|photograph|image|picture)s? (?:by|courtesy|courtesy of|via|from)\\b[^.!?]{2,80}", ""),
    ("(?:\\[?\\(?file photo|representational image|image for representation|for representation|representative image)\\b.{0,80}", ""),
    ("(?:tags?|topics?|categor(?:y|ies)|keywords?|filed under|posted in|filed in|tagged|section)\\s?:\\s?.{0,200}", ""),
    ("\\d{1,5} (?:shares?|comments?|views?|likes?|reads?|replies|tweets|followers|reactions)", ""),
    ("(?:comments?|shares?|views?|likes?|photos?) ?\\(?\\d{0,6}\\)?", ""),
    ("(?:no|leave a|post a|add a|view \\d+|show|see|read) (?:comments?|reply|replies)\\b.{0,60}", ""),
    ("(?:(?:estimated )?reading time:? ?)?\\d{1,3}[- ]?min(?:ute)?s?(?: read| reading time|s? to read)\\.?", ""),
    ("\\d{1,3} (?:minutes?|hours?|days?|weeks?|months?) ago", ""),
    ("(?:image|photo|slide) \\d{1,3} (?:of|/) \\d{1,3}", ""),
    ("(?:previous|next) (?:article|post|story|page)\\b.{0,200}", ""),
    ("(?:opens|open) in (?:a )?new (?:window|tab)\\b.{0,40}", ""),
    ("(?:view|see|read|show) (?:all|more|other) (?:posts?|articles?|stories|comments?|news|from|by|in|on)\\b.{0,80}", ""),
    ("(?:this (?:article|story|post)|the (?:article|post|story)) (?:has been|was) (?:automatically generated|published from a wire|auto-?generated).{0,200}", ""),
    ("\\(?(?:with (?:agency|inputs)|with inputs? from)\\b.{2,80}", ""),
    ("was this (?:e-?mail|newsletter|article|page|story|message|useful|helpful)\\b.{0,20}(?:forwarded to you|helpful|useful)?.{0,80}", ""),
    ("thank(?:s| you) (?:so much )?for (?:reading|subscribing|signing up|being a|supporting|your support)\\b.{0,200}", ""),
    ("(?:if you )?(?:enjoy(?:ed|ing)?|lik(?:ed?|ing)|lov(?:ed?|ing)) (?:this|what you|our|the) (?:post|story|article|newsletter|piece|episode|read|reading)\\b.{0,200}", ""),
    ("(?:\\d{1,4}|one|two|three|four|five|no) (?:thoughts?|comments?|responses?|replies) (?:on|to) .{2,200}", ""),
    ("(?:this|our) (?:post|article|page|site|story|review|recipe)s? (?:may )?contains? (?:affiliate|sponsored|paid|referral)\\b.{0,200}", ""),
    ("(?:when|if) you (?:buy|purchase|click|shop|order)\\b.{2,120}\\b(?:commission|links?)\\b.{0,160}", ""),
    ("we (?:may )?(?:earn|receive|get) (?:a |an |affiliate )?(?:small )?commissions?\\b.{0,200}", ""),
    (".{2,60} (?:is|are) not responsible for (?:the )?(?:content|accuracy)\\b.{0,160}", ""),
    ("did you know (?:that )?with a subscription\\b.{0,250}", ""),
    ("(?:a|this) version of this (?:article|story|essay|piece) (?:appear|was|first|ran|origin)\\w*\\b.{0,240}", ""),
    ("this (?:article|story|essay|piece) (?:appear|ran)(?:s|ed)? in the\\b.{0,240}", ""),
    (".{2,160} contributed (?:reporting )?(?:to|from) (?:this|the) (?:report|story|article|piece)\\b.{0,60}", ""),
    ("(?:have (?:an opinion|something to say|a story|a tip|news|a question)|got a (?:story|tip|question|comment|confidential)|do you have)\\b.{0,160}(?:\\?|@).{0,200}", ""),
    ("(?:tagged with|tagged in|tagged as|posted under|appears in|more about|more on|more from|listed under)\\s?:\\s?.{0,200}", ""),
    ("(?:this entry was posted in|bookmark the permalink|posted in)\\b.{0,240}", ""),
    ("[←→]\\s?.{2,120}|.{2,120}\\s?[←→]", ""),
    ("eds[:.] ?.{0,300}", ""),
    ("bc-[\\w-]{2,40}.{0,120}", ""),
    ("you(?:['’]re| are) receiving this\\b.{0,200}", ""),
    ("(?:to )?(?:unsubscribe|opt out|manage (?:your )?preferences|update your preferences)\\b.{0,160}", ""),
    ("(?:view|read) (?:this )?(?:e-?mail|newsletter|message|online|it)?\\s?(?:in|on) (?:your|a|the) (?:browser|web)\\b.{0,60}", ""),
    ("(?:opinion|letters?|comments?) may be edited\\b.{0,160}", ""),
    ("(?:the )?(?:comments|views expressed)\\b.{0,60}(?:moderated|community guidelines|commenting policy|house rules|necessarily (?:those|reflect)).{0,160}", ""),
    ("(?:catch|get) all the\\b.{0,60}\\b(?:news|updates)\\b.{0,160}", ""),
    ("(?:visit|go to|log on to) (?:us (?:at|on) )?(?:www\\.|https?://)\\S{3,80}.{0,40}", ""),
    ("don['’]t miss (?:a|an|the|out|our|any|another)\\b.{0,120}(?:story|post|update|newsletter|news|episode|subscri|inbox|follow).{0,120}", ""),
    ("join (?:\\d[\\d.,]*|thousands|millions|hundreds)\\b.{0,60}(?:subscribers|readers|members|followers|others)\\b.{0,60}", ""),
    ("(?:made|powered|hosted|designed|built|website|site|theme) (?:by|with|on) (?:wordpress|ghost|substack|squarespace|wix|medium|blogger|drupal|hugo|jekyll)\\b.{0,60}", ""),
    ("skip to (?:the )?(?:content|main|navigation|footer|search|article|comments)\\b.{0,40}", ""),
    ("(?:rating|our rating|verdict|score)\\s?:\\s?(?:\\d|★).{0,40}", ""),
    ("(?:\\d(?:[.,]\\d)?|[★☆]{3,6}) (?:out of|from|/) \\d{1,5}(?: votes?| stars?| ratings?| reviews?)?", ""),
    ("\\(?this (?:story|article) has not been edited by\\b.{2,160}", ""),
    ("(?:our standards|nos normes)\\s?:.{0,80}", ""),
    ("(?:write|send|email|reach|contact) (?:to )?(?:us|the author|the reporter|the writer)\\b.{0,160}@.{3,60}", ""),
    ("(?:support|help) (?:us|our|independent|local|quality)\\b.{0,160}(?:journalism|donat|subscrib|member|contribut)\\w*.{0,80}", ""),
    ("donate (?:now|today|here)\\b.{0,120}", ""),
    ("log ?in (?:to|or|with|now|here)\\b.{0,100}", ""),
    ("(?:whatsapp|telegram|facebook) (?:channel|group|page)\\b.{0,100}", ""),
    ("site icon\\s(.{2,80})", "publisher"),
    ("the post\\s.{3,250}\\s(?:appeared first|first appeared) on\\s(.{2,80}?)\\.?", "publisher"),
    ("(?:this (?:article|story|post) )?(?:was )?(?:originally |first )(?:published|appeared) (?:in|on|at|by)\\s((?-i:[A-Z])[^\\d.]{2,50})\\.?", "publisher"),
    ("\\(?(?:additional )?(?:reporting|writing|editing|compiled|edited)\\s(?:and \\w+ )?by\\s(.{2,200})", "byline"),
)  # fmt: skip
"""Patterns of a whole line, any case, and what the line says of the article in its group; tried on lines of up to 300 characters."""

HEADS_OF_LINKS = frozenset(
    [
        "related",
        "related:",
        "related stories",
        "related articles",
        "related news",
        "related posts",
        "related content",
        "related coverage",
        "recommended",
        "recommended for you",
        "recommended stories",
        "you may also like",
        "you might also like",
        "you may like",
        "more stories",
        "more on this story",
        "more on this topic",
        "more from this author",
        "trending",
        "trending now",
        "most popular",
        "most read",
        "most viewed",
        "popular posts",
        "top stories",
        "latest",
        "latest news",
        "latest posts",
        "latest stories",
        "recent posts",
        "editor's picks",
        "editors' picks",
        "editor’s picks",
        "editors’ picks",
        "read next",
        "also read",
        "read also",
        "don't miss",
        "don’t miss",
        "what to read next",
        "up next",
        "mehr zum thema",
        "auch interessant",
        "lesen sie auch",
        "lire aussi",
        "à lire aussi",
    ]
)
"""After one of these come headlines of other articles."""
