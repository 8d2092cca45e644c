import type { SubjectText } from './types.ts';

export const voiceWindAndDrums: Record<string, SubjectText> = {
  voice: {
    group: 'music',
    titles: ['Singing lesson', 'Voice for beginners', 'Audition preparation'],
    headlines: [
      'Singing for people who think they cannot',
      'Voice, breath and confidence',
      'Musical theatre and audition songs',
      'Jazz and soul singing',
      'Classical voice, unhurried',
      'Sing in tune, sing with friends',
      'Healthy singing for pop and rock',
      'Choir leader and voice teacher',
      'Find the voice you talk with and let it sing',
    ],
    openings: [
      'Somebody once told you that you cannot sing. I would like to hear you anyway.',
      'I have sung in cathedrals, on cruise ships and at far too many weddings.',
      'A voice is a habit before it is a gift, and habits can be changed.',
      'I run a choir on Tuesdays that takes everyone, and I teach in the same spirit.',
      'I lost my own voice at twenty-five and learned, slowly, how to look after it. That is what I pass on.',
      'I love the first lesson, when people apologise for a sound that is already rather good.',
      'I teach singers who perform every week and people who sing only in the car.',
      'Breath, vowels, words, story: in that order, and with a good deal of laughing.',
    ],
    methods: [
      'We work in short exercises and put each one straight into a song.',
      "You get a recorded warm-up of eight minutes that fits your range, not somebody else's.",
      'I care about the words: when you know who you are singing to, the high notes come along.',
      'We never push. A tired voice goes home early with tea.',
    ],
    lessons: [
      'Warm-up, one technical idea, then a song of yours from beginning to end.',
      'We find a key that suits you before we do anything else.',
      'You sing, we listen back together, and you choose what to change.',
    ],
    praise: [
      "I sang at my sister's wedding. In tune. In front of everybody.",
      'My range grew by four notes and my throat never hurts now.',
      'I got the part! {name} found the right song for me.',
      'Kind, funny and precise. I leave every lesson taller.',
    ],
  },
  drums: {
    group: 'music',
    titles: ['Drum lesson', 'Drum kit for beginners', 'Groove and technique'],
    headlines: [
      'Drum kit: groove before speed',
      'Drums for children with energy to spare',
      'Rock, funk and quiet practice pads',
      'Rudiments, reading and a good backbeat',
      'Percussion and hand drums',
    ],
    openings: [
      'I have been told to stop tapping on tables for thirty years.',
      'Drumming is the friendliest way into music I know: you hit something and it works.',
      'I tour a bit, teach a lot, and practise every single day on a pad that annoys nobody.',
      'Good drummers are good listeners. The hands come after.',
      'I started on biscuit tins, and still use them with the youngest.',
    ],
    methods: [
      'We use a pad at home and the kit in the lesson, so the neighbours stay on our side.',
      'I teach time as something you feel in your feet, with a click only to check.',
      'Every groove comes with a record to play along to.',
    ],
    lessons: [
      'Hands on the pad, then feet, then both, then a song as loud as you dare.',
      'We learn one groove in four styles rather than four grooves badly.',
      'We end by playing along to a track you brought.',
    ],
    praise: [
      'My son is calmer since he started. Truly.',
      'My timing at band practice is solid now, and the band noticed.',
      '{name} has endless patience with left feet.',
    ],
  },
  flute: {
    group: 'music',
    titles: ['Flute lesson', 'Flute for beginners'],
    headlines: [
      'Flute with a clear, easy tone',
      'Flute and recorder for all ages',
      'Bansuri and the breath',
      'Flute for children and band players',
    ],
    openings: [
      'The flute is breath made visible, and I never tire of it.',
      'I play in a wind quintet and teach everyone from first sounds to auditions.',
      'I fell in love with the flute because of one slow melody, and I still teach slow melodies first.',
      'If you can blow across a bottle, you can start today.',
    ],
    methods: [
      'We build tone with long notes that are never boring, because I play the harmony.',
      'Breathing comes before fingers: it is where the sound lives.',
      'I mix studies with tunes so each week has something hard and something lovely.',
    ],
    lessons: [
      'Long notes over a drone, a little articulation, then your piece.',
      'We play duets to learn rhythm without counting aloud.',
      'A short recording at the end lets you hear how far you have come.',
    ],
    praise: [
      'The tone exercises changed everything for me.',
      'My daughter moved up to first flute this term.',
      '{name} explains breathing so that it finally makes sense.',
    ],
  },
  sitar: {
    group: 'music',
    titles: ['Sitar lesson', 'Ragas for beginners'],
    headlines: [
      'Sitar and the evening ragas',
      'Hindustani music, sitar and listening',
      'Sitar from the first meend',
    ],
    openings: [
      'I was given a sitar taller than I was, and grew into it.',
      'A raga is a landscape. I like walking learners through it slowly, at the right hour of the day.',
      'My family listened to the radio in the dark so that we would really listen.',
    ],
    methods: [
      'You sing every phrase before you play it, as I was taught.',
      'We spend weeks with one raga rather than meeting ten in passing.',
      'I help you choose, string and care for an instrument.',
    ],
    lessons: [
      'Alap without hurry, then exercises for the right hand, then a composition.',
      'We tune together, sing the scale, and repeat phrases back and forth.',
      'You record the new phrases on your phone and live with them for a week.',
    ],
    praise: [
      'I listen differently to everything now.',
      'Patient with my fingers and strict with my ears, which is what I needed.',
      '{name} makes a raga feel like a friend.',
    ],
  },
  tabla: {
    group: 'music',
    titles: ['Tabla lesson', 'Taal for beginners'],
    headlines: [
      'Tabla: bols, taal and patience',
      'Tabla for children and adults',
      'Rhythm you can speak and play',
    ],
    openings: [
      'Before I was allowed to touch a tabla I had to speak the bols for a month. I ask for only a week.',
      'I accompany dancers and singers, and I teach the way we rehearse: by listening closely.',
      'Tabla is mathematics you can dance to.',
    ],
    methods: [
      'Everything is spoken, clapped and only then played.',
      'We keep a steady theka going so that every exercise is music.',
      'I teach the history of each composition along with its fingering.',
    ],
    lessons: [
      'Bols aloud, hands on the drums, then a kaida with two new variations.',
      'We keep taal for each other in turn.',
      'Ten minutes on tone alone: na, tin, ge, and the silence after.',
    ],
    praise: [
      'My hands finally make the right sounds.',
      'My children speak bols at dinner. Thank you, I think.',
      '{name} is exact, cheerful and never rushed.',
    ],
  },
};
