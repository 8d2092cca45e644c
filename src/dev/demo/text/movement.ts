import type { SubjectText } from './types.ts';

export const movement: Record<string, SubjectText> = {
  yoga: {
    group: 'movement',
    titles: ['Private yoga', 'Yoga for beginners', 'Gentle yoga and breath'],
    headlines: [
      'Yoga for stiff, busy people',
      'Vinyasa with attention to detail',
      'Gentle yoga for bad backs',
      'Hatha, breath and stillness',
      'Strong practice, soft voice',
      'Yoga for runners',
      'Prenatal and postnatal yoga',
      'A home practice you will keep',
      'Iyengar-inspired, props for everyone',
    ],
    openings: [
      'I came to yoga with a ruined back and an unkind opinion of chanting. One of the two has changed.',
      'You do not need to be flexible. You need a floor and twenty minutes.',
      'I have practised for {years} years, and still fall out of tree pose when somebody makes me laugh.',
      'I teach people who sit at desks, people who stand all day, and people who run too much.',
      'Yoga, to me, is learning how to pay attention without frowning.',
      'I was a nurse before I was a yoga teacher, and bodies still interest me more than poses.',
      'My classes are quiet, precise, and kinder than you expect.',
      'I trained in Mysore over several winters and brought home a love of early mornings.',
      'I teach one person at a time because no two hips are the same.',
    ],
    methods: [
      'We adapt every pose to the body in front of me, with blocks, belts and chairs.',
      'You leave with a short sequence of your own that grows as you do.',
      'Breath sets the pace; I only describe what it is doing.',
      'I ask about injuries first and listen to the answer.',
    ],
    lessons: [
      'A few minutes of arriving, forty of moving, and a rest at the end that I never cut short.',
      'We look at how you stand, then build a sequence around it.',
      'Slow standing poses, something upside down if you like, and breath to finish.',
    ],
    praise: [
      'My back has not complained for months.',
      'I sleep better on the days I see {name}.',
      'I was the stiffest person I knew. Not any more.',
      'The home sequence takes twenty minutes and I really do it.',
    ],
  },
  pilates: {
    group: 'movement',
    titles: ['Private Pilates', 'Pilates for beginners'],
    headlines: [
      'Mat Pilates, small precise movements',
      'Pilates for backs and shoulders',
      'Pilates after injury',
      'Strong centre, easy breath',
    ],
    openings: [
      'I was a dancer until my knee disagreed, and Pilates put me back together.',
      'Pilates is the art of doing less, more exactly.',
      'I work closely with what your physiotherapist told you, and add patience.',
      'I started teaching because my own mother needed it.',
    ],
    methods: [
      'We begin with breath and pelvis and build outwards.',
      'I give you three exercises for home, never ten.',
      'Precision first; sweat, oddly, follows.',
    ],
    lessons: [
      'We check how you move, work on what is weak, and lengthen what is tight.',
      'A full mat sequence adapted for you, with rests.',
      "We repeat last week's three exercises and see what changed.",
    ],
    praise: [
      'My posture changed so much that colleagues asked.',
      'Careful with my injury and still a real workout.',
      '{name} sees everything.',
    ],
  },
  swimming: {
    group: 'movement',
    titles: ['Swimming lesson', 'Front crawl clinic'],
    headlines: [
      'Learn to swim at any age',
      'Front crawl without panic',
      'Open-water confidence',
      'Swimming for nervous adults',
    ],
    openings: [
      'I have taught hundreds of adults to put their faces in the water, and every time it feels like a small miracle.',
      'I swam competitively and now care far more about ease than speed.',
      'Fear of water is sensible. We simply give you better reasons.',
    ],
    methods: [
      'We go as slowly as you like, and stand up whenever you want.',
      'Breathing first: once it is calm, the stroke sorts itself out.',
      'I film under water so that you can see what your legs are really up to.',
    ],
    lessons: [
      'Breathing at the wall, floating, then short lengths with long pauses.',
      'Drills for one thing only, then easy swimming to let it settle.',
      'We end every lesson with something you can already do well.',
    ],
    praise: [
      'I am fifty-six and I can swim.',
      'My crawl went from splashing to gliding.',
      '{name} never let go until I said so.',
    ],
  },
  tennis: {
    group: 'movement',
    titles: ['Tennis lesson', 'Tennis for juniors'],
    headlines: [
      'Tennis for adults who took a break',
      'Junior tennis, all smiles',
      'Serve, footwork and tactics',
      'Find your forehand',
    ],
    openings: [
      'I played the regional circuit until my shoulder retired; my enthusiasm did not.',
      'Tennis is a conversation at forty paces, and I coach it that way.',
      'I love beginners, because in an hour they go from missing everything to a rally of ten.',
    ],
    methods: [
      'We fix the feet and the strokes follow.',
      'I feed hundreds of balls and very few words.',
      'You play points in every lesson, since that is what you came for.',
    ],
    lessons: [
      'Rally to warm up, one stroke in detail, points to finish.',
      'Baskets for the serve, then games to eleven.',
      'Footwork ladders, mini tennis, and the full court when you are ready.',
    ],
    praise: [
      'My serve goes in. Regularly!',
      'The children come off court beaming.',
      '{name} changed one thing about my grip and everything else got better.',
    ],
  },
  dance: {
    group: 'movement',
    titles: ['Private dance lesson', 'Dance for beginners', 'First dance for couples'],
    headlines: [
      'Salsa and bachata for two left feet',
      'Adult ballet, beginners adored',
      'Contemporary dance and improvisation',
      'Bharatanatyam with rhythm and story',
      'Hip hop for all ages',
      'Tango: walk first',
    ],
    openings: [
      'Everyone danced as a child. We only need to remind your knees.',
      'I danced professionally for {years} years and now get my applause from beginners.',
      'I teach couples who have six weeks until the wedding and a great deal of determination.',
      'I grew up in a family where guests were expected to dance after dinner.',
      'I teach rhythm with the voice and the feet, long before the mirror.',
    ],
    methods: [
      'Music first: we listen, we walk, and the steps grow out of it.',
      'I break each phrase into pieces small enough to be easy.',
      'Strength and stretching are built into the dancing, so you hardly notice.',
    ],
    lessons: [
      'Warm-up to music you like, one new step, and a short dance by the end.',
      'Floor work, travelling, a phrase, and a cool-down.',
      'We film the last run so that you can practise and be proud.',
    ],
    praise: [
      'Our first dance got a cheer.',
      'I finally hear the beat.',
      '{name} makes even the warm-up fun.',
    ],
  },
};
