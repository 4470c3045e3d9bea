"""Common first names of English texts, after the US Social Security Administration's public counts.

Names that are given to both, such as Taylor, stand in neither list.
"""

MEN = frozenset(
    """aaron abdul abraham adam adrian ahmed alan albert alejandro alex alexander alfred ali allan allen andre andreas
    andrew andy angus anthony antonio arnold arthur austin barack barry ben benjamin bernard bernie bill billy bob bobby
    boris brad bradley brandon brent brian bruce bryan caleb carl carlos cesar chad charles charlie chris christian
    christopher chuck clarence claude colin corey craig cyril dale daniel danny darren daryl dave david dean dennis
    derek dick dmitry dominic don donald doug douglas duncan dwight dylan earl ed eddie edgar eduardo edward edwin elias
    elijah elon emmanuel enrique eric erik ernest ethan eugene evan felix fernando francis francisco frank franklin fred
    frederick gary gavin geoff geoffrey george gerald gerard giovanni glenn gordon graham greg gregory guy hamid harold
    harry harvey hassan hector henry herbert howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques
    jake jamal james jared jason javier jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel johan john johnny jon
    jonathan jorge jose joseph josh joshua juan julian julio justin karl keith ken kenneth kevin khalid kyle larry
    laurence lawrence lee leo leon leonard leonardo lewis liam lloyd logan louis lucas luis luke malcolm manuel marc
    marcel marco marcos marcus mario mark martin marvin mathew matt matthew maurice max maxwell michael miguel mike
    mikhail mitch mitchell mohamed mohammad mohammed muhammad nathan nathaniel neil nelson nicholas nick nicolas nigel
    noah norman oleg oliver omar oscar owen pablo patrick paul pedro pete peter phil philip phillip pierre rafael ralph
    randy raul ray raymond ricardo richard rick rob robert roberto rod rodney rodrigo roger roland ron ronald rory ross
    roy rupert russell ryan sajid sam samuel santiago scott sean sebastian sergei sergey sergio seth shane shaun sidney
    simon stan stanley stefan stephen steve steven stewart stuart ted terrence terry theodore thomas tim timothy toby
    todd tom tommy tony trevor tyler victor vince vincent vladimir wallace walter warren wayne wilfred william winston
    xavier yusuf zachary""".split()
)

WOMEN = frozenset(
    """abigail adele agnes aisha alice alicia alison allison amanda amber amelia amy ana andrea angela angelina anita
    ann anna anne annette annie april ashley audrey barbara beatrice becky bella bernadette beth betty beverly bonnie
    brenda bridget brittany camille carla carmen carol caroline carolyn carrie catherine cecilia charlotte cheryl
    chloe christina christine cindy claire clara claudia colleen connie courtney crystal cynthia daisy danielle deborah
    debra denise diana diane donna doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen
    emily emma erica erika erin esther eva eve evelyn fatima felicity fiona florence frances gabriela gail gemma
    georgia geraldine gertrude gillian gina gladys gloria grace greta gwen gwynne hannah harriet hazel heather heidi
    helen helena hilary hillary holly ida ingrid irene iris isabel isabella jackie jacqueline jane janet janice jasmine
    jean jeanne jen jennifer jenny jessica jill joan joanna joanne jocelyn josephine joyce juanita judith judy julia
    juliana julie june kamala karen kate katherine kathleen kathryn kathy katie kayla kelly kim kimberly kirsten kristen
    kristin kristina lara laura lauren leah leila lena leslie leticia letitia lillian lily linda lisa liz lois lorraine
    louise lucia lucy lydia lynn madeleine madison maggie marcia margaret maria mariam marie marilyn marina marion
    marjorie marta martha mary maureen megan melanie melinda melissa mia michelle mildred miriam molly monica nadia
    nancy naomi natalie natasha nicola nicole nina nora olga olivia pamela patricia patty paula pauline penelope penny
    phyllis priscilla priya rachel rebecca regina renee rita roberta rosa rose rosemary ruth sabrina sally samantha
    sandra sara sarah serena sharon sheila shirley silvia sofia sonia sophia sophie stacy stella stephanie sue susan
    susanna suzanne svetlana sylvia tamara tanya tara teresa theresa therese tina tracy valerie vanessa vera veronica
    victoria viola violet virginia vivian wanda wendy yolanda yvette yvonne zoe""".split()
)
