import type { SubjectText } from './types.ts';

export const making: Record<string, SubjectText> = {
  drawing: {
    group: 'making',
    titles: ['Drawing lesson', 'Sketchbook session', 'Drawing for children'],
    headlines: [
      'Drawing is looking, slowly',
      'Sketchbooks, cities and coffee',
      'Life drawing and anatomy',
      'Comics and character drawing',
      'Drawing for absolute beginners',
      'Portfolio preparation',
    ],
    openings: [
      'If you can write your name, you have all the hand control that drawing needs.',
      'I draw on trains, mostly people who are asleep.',
      'I illustrate books, and teach because studios are lonely.',
      'Children stop drawing at about eleven. I would like everyone to start again.',
      'I was taught to draw by copying, and I still think it is a fine way to begin.',
      'I carry a sketchbook the way other people carry a phone.',
    ],
    methods: [
      'We train the eye with two-minute sketches before anything is finished.',
      'I never draw on your paper; I draw beside it.',
      'You keep a small sketchbook and fill a page a day, good or bad.',
      'Perspective is taught out of doors, from real corners.',
    ],
    lessons: [
      'Quick sketches, one longer study, and a look back through your book.',
      'We set up a still life, measure, block in, and argue about shadows.',
      'Blind contour, light and dark, then something from imagination.',
    ],
    praise: [
      'I see differently now, even when I am not drawing.',
      'My portfolio got me a place.',
      '{name} says one thing about a drawing and it is always the right one.',
    ],
  },
  painting: {
    group: 'making',
    titles: ['Painting lesson', 'Watercolour session'],
    headlines: [
      'Watercolour, loose and bright',
      'Oils from start to varnish',
      'Acrylics for beginners',
      'Colour mixing and courage',
      'Landscape painting outdoors',
    ],
    openings: [
      'I love watercolour because it will not be bossed about.',
      'I paint landscapes in all weather and teach in the dry.',
      'Colour can be learned. Most of it is knowing what not to mix.',
      'I had three careers before I let myself paint, and I know how it feels to start late.',
    ],
    methods: [
      'Five tubes are enough; I will tell you which.',
      'We make many small paintings rather than one that frightens you.',
      'Mistakes are painted over, scraped off or kept, and we discuss which.',
    ],
    lessons: [
      'A colour exercise, a small study, then your own subject.',
      'We look at one painting closely and steal one thing from it.',
      'Sketch, block in, leave it alone at the right moment.',
    ],
    praise: [
      'I hung one on the wall!',
      'My colours used to turn to mud. Not now.',
      '{name} gives courage along with the paint.',
    ],
  },
  photography: {
    group: 'making',
    titles: ['Photography lesson', 'Photo walk'],
    headlines: [
      'Photography walks and honest portraits',
      'Understand your camera in a day',
      'Street photography with manners',
      'Light, framing and editing',
    ],
    openings: [
      'The best camera is the one you understand.',
      'I photograph weddings at the weekend and strangers on weekdays, always with permission.',
      'I learned in a darkroom, and I still teach people to think before they press.',
    ],
    methods: [
      'We walk, you shoot, and we look at everything together.',
      'You learn three settings properly and leave the rest on automatic.',
      'Editing is choosing, so we practise throwing pictures away.',
    ],
    lessons: [
      'One idea, an hour of light, ten pictures kept.',
      'We meet, look at your last photographs, and go out to take better ones.',
      'Portrait practice with me as the model, so you need not be shy.',
    ],
    praise: [
      'I finally use manual mode, on purpose.',
      'A walk with {name} and I see light everywhere.',
      'My family photos look like us at last.',
    ],
  },
  chess: {
    group: 'making',
    titles: ['Chess lesson', 'Chess for children'],
    headlines: [
      'Chess for improvers',
      'Chess for children who hate losing',
      'Endgames first',
      'Think in plans, not in moves',
    ],
    openings: [
      'I learned chess from an uncle who never once let me win, and I am still grateful.',
      'Chess teaches you to be wrong politely.',
      'I played tournaments for {years} years and now prefer explaining to winning.',
    ],
    methods: [
      'We study your own games; they are full of lessons.',
      'Endgames come first, because they teach what the pieces can do.',
      'Ten puzzles a day, chosen for your weaknesses.',
    ],
    lessons: [
      'Your last game, one theme, a practice position against me.',
      'Puzzles to warm up, an ending to learn, a game to enjoy.',
      'We play slowly and think aloud.',
    ],
    praise: [
      'My daughter won her first tournament game and shook hands beautifully.',
      'I climbed two hundred points in six months.',
      '{name} makes losing interesting.',
    ],
  },
  cooking: {
    group: 'making',
    titles: ['Cooking lesson', 'Bread and baking'],
    headlines: [
      'Weeknight cooking with confidence',
      'Sourdough and simple pastry',
      'Home cooking from three regions',
      'Vegetables, properly',
      'Knife skills and Sunday lunch',
    ],
    openings: [
      'I cooked in restaurants for {years} years and now teach people to cook without shouting.',
      'A sharp knife and enough salt will improve your cooking by half.',
      'I bake at five in the morning because I like it, and will teach you at a kinder hour.',
      'My grandmother measured with her hands. I have converted everything to grams.',
    ],
    methods: [
      'We cook a whole meal and eat it.',
      'You learn methods rather than recipes, so that you can open the cupboard and begin.',
      'Online, we prop the laptop on the bread bin and cook side by side.',
    ],
    lessons: [
      'A dish, the three ideas behind it, and a variation you invent.',
      'Shopping list a day ahead, one hour at the stove, lunch.',
      'Dough now, dough from yesterday, bread to take home.',
    ],
    praise: [
      'I invited people to dinner and was not afraid.',
      'My bread rises!',
      '{name} tastes everything and is always right about the lemon.',
    ],
  },
};
