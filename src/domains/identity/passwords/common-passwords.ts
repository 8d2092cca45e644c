/**
 * Stems that attackers try first, written for this product. A password counts as common when it is
 * a stem after undoing the usual disguises: capitals, digits for letters, a tail of digits or marks.
 */
const stems = new Set(
  `
  password passwort passwords mypassword yourpassword passcode passphrase passkey pass passw passwd pword
  motdepasse contrasena contrasenya senha parola wachtwoord losenord salasana haslo sifre parool
  secret topsecret supersecret secretword geheim letmein letmeinnow letmein please openup opensesame sesame
  welcome welcomeback welcomehome willkommen bienvenue bienvenido hello hellohello helloworld hallo hola bonjour
  namaste konnichiwa sayonara goodbye admin administrator adminadmin root superuser sysadmin manager master
  login logmein signin access user username guest test tester testing testtest demo example sample default
  changeme changeit changethis change newpassword temp temporary temppass trustno trustnoone nothing whatever
  qwerty qwertz azerty qwertyu qwertyui qwertyuiop qwertyuiopasdf qwertz azertyuiop asdf asdfg asdfgh asdfghj
  asdfghjk asdfghjkl asdfasdf zxcv zxcvb zxcvbn zxcvbnm qazwsx qazwsxedc qwaszx qweasd qweasdzxc wasd
  poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcabc abcxyz xyz aaa
  iloveyou ilove iloveme iloveu loveyou lovely lovelove love lover loveme mylove truelove babygirl babyboy baby
  sweetheart sweety sweetie honey darling princess prince queen king angel angels angela heaven sunshine
  sunflower flower flowers rainbow butterfly dragon dragons monkey monkeys tiger tigers lion lions eagle eagles
  panther wolf wolves bear bears shadow shadows phoenix falcon dolphin dolphins kitten kitty puppy doggy dog cat
  pussycat hellokitty horse horses unicorn pikachu pokemon charizard mario luigi zelda sonic minecraft fortnite
  roblox playstation nintendo xbox gamer gaming games player starwars startrek yoda skywalker darthvader vader
  batman superman spiderman ironman wonderwoman captain hulk thor joker avengers marvel matrix gandalf frodo
  hobbit harrypotter hogwarts hermione voldemort simpsons homer bart snoopy mickey mickeymouse minnie disney
  football futbol fussball soccer basketball baseball hockey cricket tennis golf golfer rugby swimming running
  boxing skater surfer arsenal chelsea liverpool everton barcelona realmadrid juventus manchester manutd mancity
  celtic rangers yankees lakers cowboys steelers redsox patriots packers ferrari porsche mercedes toyota honda
  yamaha harley mustang corvette camaro nissan audi bmw
  michael michelle jennifer jessica jordan joshua daniel david andrew anthony ashley amanda alexander alexandra
  charlie charlotte christopher christian elizabeth matthew nicole nicholas robert thomas william jonathan
  benjamin samantha stephanie victoria maria marie martin george hannah hunter jasmine maggie melissa natalie
  oliver olivia patrick peter rachel rebecca richard samuel sandra sarah sophie steven taylor tyler vanessa
  music musical guitar guitarist piano pianist violin drums drummer bass singer song songs concert orchestra
  beethoven mozart metallica nirvana beatles slipknot eminem rocknroll rock dance dancer yoga namaste teacher
  teachers student students school college university lesson lessons homework learning etude
  summer winter autumn spring january february march april may june july august september october november
  december monday tuesday wednesday thursday friday saturday sunday today tomorrow weekend holiday christmas
  easter birthday newyear
  america american canada england london londres scotland ireland france paris berlin germany italia italy
  spain madrid india mumbai delhi bharat japan tokyo china brazil mexico russia moscow australia sydney newyork
  chicago boston texas dallas california losangeles florida miami washington
  computer laptop internet google facebook instagram twitter youtube amazon apple iphone android samsung
  microsoft windows linux ubuntu oracle cisco server network database system office company business money
  dollar dollars cash bitcoin freedom forever family friends friend mother father brother sister daddy mommy
  grandma jesus christ jesuschrist godisgood blessed blessing church faith allah krishna ganesh buddha lucky
  happy smile smiley peace success winner champion number one dreams dream magic diamond golden silver gold
  purple orange yellow green black white blue red pink banana chocolate cookie cookies coffee pizza cheese
  pepper ginger peanut cherry strawberry pumpkin apple juice whisky vodka beer
  correcthorsebatterystaple thequickbrownfox thequickbrownfoxjumpsoverthelazydog tobeornottobe
  maytheforcebewithyou iloveyousomuch iloveyouforever loremipsum loremipsumdolor passwordpassword
  passwordispassword thisismypassword thisisapassword mypasswordispassword ihateyou fuckyou fuckoff asshole
  bullshit sexy hotstuff badboy badgirl bigboy hacker killer ninja samurai pirate cowboy soldier warrior
  `
    .trim()
    .split(/\s+/),
);

const letterForDigit: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Whether a password is a known one, a keyboard or number row, or one that hardly varies. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  const solid = lower.replaceAll(/[\s._-]/g, '');
  if (new Set(solid).size <= 3) return true;
  if (/^\p{Nd}+$/u.test(solid) && isRun(solid)) return true;
  return disguises(solid).some((plain) => stems.has(plain) || isRepeatedStem(plain));
}

function disguises(solid: string): string[] {
  const bare = solid.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  return [
    solid,
    bare,
    undisguised(solid),
    undisguised(bare),
    undisguised(solid.replace(/[\d!?#*]+$/, '')),
  ];
}

function undisguised(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (mark) => letterForDigit[mark] ?? mark);
}

function isRepeatedStem(text: string): boolean {
  const twice = /^(.{2,}?)\1+$/u.exec(text);
  return twice !== null && stems.has(twice[1]!);
}

/** Digits that count up or down (wrapping at 0), or repeat a short block. */
function isRun(digits: string): boolean {
  if (/^(\d{1,6})\1+\d{0,5}$/.test(digits)) return true;
  const steps = [...digits]
    .slice(1)
    .map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}
