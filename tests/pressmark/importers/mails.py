"""Mails as analysts get them, in the shapes that mail programs and newsletters give them."""

from email.message import EmailMessage

FIRST = (
    "Four harbour towns agreed on Saturday to pay for a new ferry line across the bay, ending a quarrel that "
    "had lasted for nine years and had cost two mayors their offices."
)
SECOND = (
    "“We will pay our share from January,” said Mara Lindqvist, the mayor of Northmouth, after the vote. The "
    "line is to carry nine hundred passengers a day from the spring."
)
THIRD = (
    "The opposition called the plan too dear. It asked for a count of the passengers first, and for "
    "a study of "
    "the quays, two of which were damaged in the storm of last winter."
)
STORY = (FIRST, SECOND, THIRD)
ERST = (
    "Vier Hafenstädte haben sich am Samstag darauf geeinigt, eine neue Fährlinie über die Bucht zu bezahlen. "
    "Damit endet ein Streit, der neun Jahre gedauert hat."
)
PREMIER = (
    "Quatre villes portuaires ont décidé samedi de payer une nouvelle ligne de ferry à travers la "
    "baie, mettant "
    "fin à une querelle de neuf ans."
)
PAGE = "".join(f"<p>{one}</p>" for one in STORY)
PLAIN = "\n\n".join(STORY)


def mail(
    subject: str = "Towns agree on ferry line",
    *,
    sender: str = "Jane Doe <jane.doe@bayherald.example>",
    html: str = "",
    plain: str = "",
    **heads: str,
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = sender, "Ana Keller <ana@desk.example>"
    message["Subject"], message["Date"] = subject, "Sat, 14 Nov 2026 09:12:00 +0100"
    for name, value in heads.items():
        message[name.replace("_", "-")] = value
    if plain:
        message.set_content(plain)
    if html and plain:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message


GMAIL = (
    '<div dir="ltr">Have a look, this is for the brief.<div><br></div><div>Ana</div></div><br>'
    '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">'
    '---------- Forwarded message ---------<br>From: <strong class="gmail_sendername" dir="auto">'
    'Bay Herald</strong> <span dir="auto">&lt;<a href="mailto:newsletter@bayherald.example">'
    "newsletter@bayherald.example</a>&gt;</span><br>Date: Fri, Nov 13, 2026 at 7:05\u202fPM<br>"
    "Subject: Towns agree on ferry line<br>To:  &lt;<a "
    'href="mailto:ana@desk.example">ana@desk.example</a>&gt;'
    f'<br></div><br><br><p><a href="https://bayherald.example/m/771">View in browser</a></p>{PAGE}'
    '<p>You are receiving this email because you subscribed. <a href="https://bayherald.example/u">'
    "Unsubscribe</a></p><p>Bay Herald, 1 Quay Street, Northmouth</p></div>"
)
OUTLOOK_GERMAN = (
    "<div class=WordSection1><p class=MsoNormal>Zur Kenntnis.<o:p></o:p></p><p class=MsoNormal>&nbsp;</p>"
    '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>Von:</b> Jörg Müller '
    "&lt;joerg.mueller@buchtbote.example&gt; <br><b>Gesendet:</b> Freitag, 13. November 2026 "
    "19:05<br><b>An:</b> "
    "Redaktion &lt;redaktion@desk.example&gt;<br><b>Betreff:</b> AW: Fährlinie "
    "beschlossen<o:p></o:p></p></div>"
    f"<p class=MsoNormal>{ERST}</p><p class=MsoNormal>Mehr als neunhundert Fahrgäste sollen jeden Tag "
    "übersetzen, sagte die Bürgermeisterin nach der Abstimmung im Rathaus.</p></div>"
)
OUTLOOK_FRENCH = f"""Pour information.

-----Message d'origine-----
De : Claire Dubois <claire.dubois@baie.example>
Envoyé : vendredi 13 novembre 2026 19:05
À : Ana Keller <ana@desk.example>; Équipe <equipe@desk.example>
Objet : TR: Une ligne de ferry

{PREMIER}

« Nous paierons dès janvier », a déclaré la maire de Northmouth après le vote, devant une centaine
d’habitants venus au port.
"""
APPLE = (
    '<html><body>See below<br><div><br><blockquote type="cite"><div>Begin forwarded message:</div><br>'
    "<div><span><b>From: </b></span><span>Mara Lindqvist &lt;<a "
    'href="mailto:mara@x.example">mara@x.example</a>'
    "&gt;<br></span></div><div><span><b>Subject: </b></span><span><b>Towns agree on ferry line</b><br></span>"
    "</div><div><span><b>Date: </b></span><span>14 November 2026 at 09:12:33 "
    "GMT<br></span></div><div><span><b>"
    f"To: "
    f"</b></span><span>ana@desk.example<br></span></div><br><div>{PAGE}</div></blockquote></div></body></html>"
)
THUNDERBIRD = (
    '<div class="moz-forward-container"><br>-------- Forwarded Message --------<table '
    'class="moz-email-headers-table">'
    "<tbody><tr><th>Subject: </th><td>Towns agree on ferry line</td></tr><tr><th>Date: "
    "</th><td>Fri, 13 Nov 2026 "
    "19:05:00 +0100</td></tr><tr><th>From: </th><td>Jane Doe <a "
    "href='mailto:jane@x.example'>&lt;jane@x.example&gt;"
    f"</a></td></tr><tr><th>To: </th><td>ana@desk.example</td></tr></tbody></table><br>{PAGE}</div>"
)


def story(title: str, slug: str, *, button: str = "Read the full story") -> str:
    return (
        f'<tr><td><h2><a href="https://bayletter.example/{slug}">{title}</a></h2></td></tr>'
        f"<tr><td><p>{title}: {FIRST}</p><p>{SECOND}</p>"
        f'<p><a href="https://bayletter.example/{slug}">{button}</a></p></td></tr>'
    )


NEWSLETTER = (
    '<html><body><div style="display:none">Three stories for your Saturday</div><table role="presentation">'
    '<tr><td><a href="https://bayletter.example/issue/12">View this email in your browser</a></td></tr>'
    "<tr><td><h1>The Bay Letter</h1></td></tr><tr><td><p>Good morning, dear readers. It has been a week of "
    "votes.</p></td></tr>"
    + story("Towns agree on ferry line", "ferry")
    + story("Quay two stays closed until May", "quay")
    + story("Fishers ask for a longer season", "fish", button="Continue →")
    + "<tr><td><p>You are receiving this email because you signed up.</p>"
    '<p><a href="https://bayletter.example/u">Unsubscribe</a> · <a href="https://bayletter.example/p">'
    "Manage preferences</a></p></td></tr></table></body></html>"
)
ALERTS = f"""=== News - 3 new results for [Northmouth ferry] ===

Towns agree on ferry line
Bay Herald
{FIRST}
<https://www.alerts.example/url?q=https://bayherald.example/ferry&ct=ga>
See more articles on this topic:
<https://www.alerts.example/more?id=1>

Quay two stays closed until May
Coastal Gazette
{SECOND}
<https://www.alerts.example/url?q=https://gazette.example/quay&ct=ga>

Fishers ask for a longer season
Bay Herald
{THIRD}
<https://www.alerts.example/url?q=https://bayherald.example/fish&ct=ga>

- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
Unsubscribe from this alert:
<https://www.alerts.example/remove?s=1>
"""
DIGEST = f"""Send Harbour mailing list submissions to
\tharbour@lists.example

Today's Topics:

   1. Towns agree on ferry line (Jane Doe)
   2. Quay two stays closed (Jörg Müller)


----------------------------------------------------------------------

Message: 1
Date: Fri, 13 Nov 2026 19:05:00 +0100
From: Jane Doe <jane@x.example>
To: harbour@lists.example
Subject: [Harbour] Towns agree on ferry line
Message-ID: <1@x.example>
Content-Type: text/plain; charset=utf-8

{FIRST}

{SECOND}

------------------------------

Message: 2
Date: Sat, 14 Nov 2026 08:00:00 +0100
From: Jörg Müller <joerg@y.example>
To: harbour@lists.example
Subject: [Harbour] Quay two stays closed
Message-ID: <2@y.example>
Content-Type: text/plain; charset=utf-8

{THIRD}

------------------------------

End of Harbour Digest, Vol 12, Issue 3
**************************************
"""
