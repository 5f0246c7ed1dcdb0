"""Which given names are a woman's or a man's nearly always? Data for telling whom "he" and "she" can mean."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE = _names("""
    aaron abdul abdullah abraham adam adrian ahmed alan albert alejandro alexander alexei alfred ali allan allen anders andre
    andrea andreas andrei andrew andy angus anthony anton antonio antony archie arnold arthur barack barry ben benjamin benny
    bernard bernie bill billy bob bobby boris brad bradley brendan brent brett brian bruce bryan calvin carl carlos cedric
    chad charles charlie chester chris christopher chuck clarence clark claude clayton clifford clint clive cody colin conor corey
    craig curtis cyril dale damian dan daniel danny darren darrell dave david dean denis dennis derek dick dimitri dmitri dmitry
    dominic don donald doug douglas duncan dwight earl ed eddie edgar edmund eduardo edward edwin eli elias elijah
    elliot emil emmanuel enrique eric erik ernest eugene evan fabio felix fernando floyd francis francisco frank franklin fred
    frederick gareth gary gavin geoffrey george gerald gerard gilbert giovanni glenn gordon graham greg gregory guillermo
    gustav guy hank hans harold harry harvey hassan hector henrik henry herbert herman howard hugh hugo ian ibrahim igor
    isaac ismail ivan jack jacob jacques jaime jake james jamie jared jason javier jay jeb jeff jeffrey jerome jerry jim jimmy
    joao joe joel johann john johnny jon jonathan jorge jose josef joseph josh joshua juan julian julio jurgen justin karl keith
    ken kenneth kevin khalid kirk klaus konstantin kurt kyle lance larry lars laurent lawrence lee leo leon leonard leonid leopold
    lewis liam lindsey lionel lloyd lou louis luca lucas luigi luis luke malcolm manuel marc marcel marco marcus mario mark marshall
    martin marvin matt matteo matthew maurice max maxim michael michel miguel mike mikhail milan milton mitch mohamed
    mohammad mohammed muhammad murray mustafa narendra nathan nathaniel neal ned neil nelson newt nicholas nick nicolas nigel
    nikolai noah norman oleg oliver omar oscar otto pablo patrick paul pavel pedro perry pete peter phil philip philippe
    pierre rafael rahul ralph rand randy raul ray raymond reince rex ricardo richard rick rob robby robert roberto robin rod rodney
    roger roland ron ronald ross roy rudolf rudy rupert russell ryan salvatore sam samuel sanjay scott sean sebastian serge
    sergei sergey seth shane shaun shawn sidney simon spencer stanley stefan stephen steve steven stewart stuart sven tariq ted
    terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trevor tyler vernon viktor victor vincent vito
    vladimir wallace walter warren wayne wilhelm will willem william winston wolfgang xavier yusuf yuri yves zachary
""") - {"andrea", "robin", "lee", "jamie", "terry"}

FEMALE = _names("""
    abigail adriana agnes aisha alejandra alexandra alexandria alice alicia alison allison amanda amelia amy ana anastasia andrea
    angela angelina anita ann anna anne annette annie antonia april ariana arianna ashley astrid audrey barbara beatrice
    becky belinda bernadette beth betsy betty beverly brenda bridget brigitte camilla candace carla carly carmen carol carolina caroline
    carolyn catalina catherine cathy cecilia celia charlotte chelsea cheryl christina christine cindy claire clara claudia colleen
    condoleezza connie constance cynthia daisy danielle dawn deborah debbie debra denise diana diane dianne dolores donna dora doris
    dorothy ekaterina elaine eleanor elena elisa elise elizabeth ella ellen eloise elsa emily emma erica erin esther eva evelyn
    fatima fiona florence frances gabriela gabrielle gail georgia geraldine gertrude gina giorgia gisele giulia glenda gloria grace
    greta gretchen guadalupe gwen hannah harriet heather heidi helen helena helga hilary hillary holly huma imelda ines ingrid irene
    irina iris isabel isabella isabelle ivana ivanka jackie jacqueline jane janet janice jasmine jean jeanne jenna jennifer jenny
    jessica jill joan joanna joanne jocelyn josephine joyce juanita judith judy julia juliana julie june kamala karen karin karine kate
    katherine kathleen kathryn kathy katie katrina katrin kayla kayleigh kellyanne kimberly kirsten kirsti kristen kristin kristina
    larissa laura lauren laurie leila lena leslie lidia lillian linda lindsay lisa liz liza loretta lori lorraine louise lucia lucinda lucy
    lydia lynn madeleine maggie malala mandy marcia margaret margarita maria marian marianne marie marilyn marina marissa marjorie
    marlene marta martha mary maureen maya megan melania melinda melissa mercedes meredith michele michelle mildred minyon miriam
    molly monica monique nadia nancy naomi natalia natalie natasha nicole nikki nina nora norma olga olivia pamela patricia patti paula
    pauline penelope penny phyllis polly priscilla rachel ramona rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary
    roxanne ruth sabrina sally samantha sandra sara sarah shannon sharon sheila shelley sheryl shirley silvia simone sofia sonia sophia sophie
    stacey stella stephanie sue susan susana suzanne svetlana sylvia tamara tammy tania tanya tara tatiana teresa theresa
    theodora tiffany tina tracy tulsi ursula valentina valerie vanessa vera veronica victoria violet virginia vivian wanda wendy
    whitney winifred yolanda yulia yvette yvonne zoe
""") - {"andrea", "jean", "leslie", "lindsay"}
