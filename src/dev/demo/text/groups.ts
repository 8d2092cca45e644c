import type { Group, GroupText } from './types.ts';

export const groups: Record<Group, GroupText> = {
  music: {
    backgrounds: [
      'I have taught for {years} years, in schools, at kitchen tables and over the internet.',
      'I play two or three concerts a month around {city}, which keeps me honest.',
      'I studied performance, then pedagogy, and the second turned out to be the interesting one.',
      'My learners are between six and eighty, and about half of them read music.',
      'For {years} years I was in bands you have not heard of; these days I prefer teaching.',
      'I have prepared people for {exam}, for auditions, and for one memorable proposal.',
      'I keep a small group of learners so that I remember what each of them is working on.',
      'I also arrange and compose, so we are never short of material.',
      'Before music I worked in an office, so I know what practising after a long day means.',
      'Twice a year my learners play for each other in a living room. Nobody is forced and everybody comes.',
      'I have two children who refuse to practise, so I can offer sympathy as well as advice.',
    ],
    lessons: ['I write down what to practise, and for how many minutes.', 'There is tea if you come in person and a tidy screen if you do not.', 'You leave with one thing to practise and one thing to enjoy.', 'We stop while it still sounds good.'],
    praise: ['The recordings after each lesson are gold.', 'I practise more because the homework is so short.', 'A real musician who can actually explain things.', 'We laugh a lot and I still get better every week.', 'For the first time I know what to do when I sit down alone.'],
  },
  school: {
    backgrounds: [
      'I have been tutoring for {years} years and before that I taught whole classes.',
      'I know {exam} well and still believe that understanding beats drilling.',
      'Most of my learners are between eleven and nineteen; a few are parents who got curious.',
      'I moved from research to teaching and have not missed the grant applications.',
      'I work with learners who race ahead and with those who have been told they are slow. They rarely are.',
      'I stay in touch with parents in one short message after each lesson.',
      'I have taught learners with dyslexia and ADHD for years, and plan lessons around how they think.',
      'I am strict about one thing only: we never pretend to understand.',
      'I studied in {city}, stayed for the bookshops, and have taught here for {years} years.',
    ],
    lessons: ['Homework is small, and it is always looked at.', 'You will do most of the talking.', 'We keep a list of what is safe and what is not yet.', 'The last five minutes belong to whatever you are curious about.'],
    praise: ['Worth every minute. Clear, kind and prepared.', 'My daughter came out of the first lesson smiling.', 'A short message after each lesson keeps us parents in the picture.', 'Explains a thing four ways until one of them fits.', 'Confidence went up first and the marks followed.'],
  },
  language: {
    backgrounds: [
      'I have taught for {years} years, both in classrooms and one to one.',
      'I trained as a translator, so I am picky about words and relaxed about mistakes.',
      'I speak four languages and make charming errors in three of them.',
      'My learners are travellers, newcomers, readers, and people in love.',
      'I have prepared many people for {exam}, and all of them for conversation.',
      'I read novels for a living, almost: I review them for a small magazine.',
      'I came to {city} as a student and learned what it is to be the one who does not understand.',
      'I work slowly with beginners and argue cheerfully with the advanced.',
    ],
    lessons: ['Corrections arrive in writing, so that we can keep talking.', 'You get a page of your own sentences, mended.', 'There is never a worksheet for the sake of it.', 'We plan the next topic together.'],
    praise: ['An hour passes like ten minutes.', 'The corrected sentences after each lesson are worth the price alone.', 'I was terrified of speaking, and now I interrupt people.', 'Always prepared, always cheerful, always on time.', 'Remembers everything I have told them and uses it.'],
  },
  movement: {
    backgrounds: [
      'I have taught for {years} years, most of it one to one.',
      'I work with beginners, with people coming back from an injury, and with a few athletes.',
      'I keep up my training every year, because bodies keep surprising me.',
      'I have first-aid training, plenty of patience, and a sense of humour about my own mistakes.',
      'People of sixty and seventy are among my most determined learners.',
      'I came to this late, after {years} years at a desk, so I know both sides.',
      'I like to work quietly, without loud music or shouting.',
      'I have taught all over {city}, in studios, parks, church halls and living rooms.',
    ],
    lessons: ['We stop when something hurts, and find another way.', 'You go home with one thing to practise.', 'Tell me how you slept and we shall adjust the hour.', 'There is always time for questions.'],
    praise: ['I leave taller and lighter.', 'Adapts everything to how I am that day.', 'Gentle and precise, exactly what I needed after my injury.', 'Never once made me feel clumsy, though I am.', 'The best hour of my week.'],
  },
  making: {
    backgrounds: [
      'I have taught for {years} years and made things for much longer.',
      'I work for clients in the morning and teach in the afternoon.',
      'I studied in {city} and share a workshop here with two very tidy people and one who is not.',
      'My learners are between seven and eighty-one. The eighty-one-year-old is the rebel.',
      'I started all this as a hobby beside an office job, and recommend it.',
      'I show my own failures freely; they are more useful than the good ones.',
      'I keep my groups to one person, because everybody gets stuck somewhere else.',
      'I have led workshops in schools, libraries and one prison, and learned most from the last.',
    ],
    lessons: ['Materials for the first lesson are on me.', 'You will finish something every time, however small.', 'We look, talk, make, and look again.', 'Bring whatever you are stuck on.'],
    praise: ['I lose track of time completely.', 'Generous with tips and honest with criticism.', 'I made something I am proud of in the second lesson.', 'A wonderful eye and endless patience.', 'It has become the fixed point of my week.'],
  },
};

export const closings = {
  place: [
    'I teach from a quiet room in {hood}.', 'My place in {hood} is easy to reach and has good chairs.', 'You find me in {hood}, up two flights of stairs, with a kettle.',
    'Lessons are at my place in {hood}, a short walk from the station.', 'The room in {hood} is small, bright and full of books.', 'Come to {hood}: there is a bell with my name on it and usually a cat.',
  ],
  both: [
    'We can meet in {hood} or online, whichever your week allows.', 'I see people in {hood} and, on rainy days, on a screen.',
    'Half my lessons are in {hood} and half online, and both work.', 'Start in {hood}, switch to online when life gets busy.',
  ],
  online: [
    'I teach online with a good microphone and two cameras.', 'All my lessons are online, so it does not matter where you sleep.',
    'Online lessons suit me: shared notes, a clear picture, no traffic.', 'We meet online, and you keep the notes of every lesson.',
  ],
  end: [
    'Beginners are very welcome.', 'Write to me if you are not sure; I answer the same day.', 'The first lesson is mostly getting to know each other.',
    'I would be glad to hear from you.', 'No question is too small.', 'Children, parents and grandparents are welcome alike.',
    'Bring your curiosity; I have the rest.', 'If we do not suit each other I will gladly recommend someone.', 'There is no wrong age to start.',
    'Progress is slower than the internet promises and better than you fear.', 'I am happiest when a learner no longer needs me.', '',
  ],
};

export const reviewText = {
  general: [
    'Patient, well prepared, and on time.', '{name} listens first and then says the one thing that helps.', 'We have been coming for {months} months and still look forward to it.',
    'Warm from the first minute.', 'Exactly the right mixture of kind and demanding.', 'I wish I had found {name} years ago.', 'Clear plan each week, no pressure.',
    'My {child} adores these lessons.', 'Worth the trip across {city}.', 'Every lesson has a point and I can tell you what it was.', 'Easy to reschedule when work got in the way.',
    'I was nervous and it took about five minutes to go away.', 'Great sense of humour.', 'I have recommended {name} to half my street.', 'You can tell how much {name} loves this.',
    'Notices small things and remembers them.', 'A lovely calm hour in a loud week.', 'Good for beginners, and I was a real one.', 'Two lessons in and I already feel a difference.',
  ],
  fair: [
    'Good lessons, though we sometimes run a few minutes late.', 'I would have liked a bit more structure at the start, but it came together.', 'A little fast for me at first; better since I said so.',
    'Friendly and knowledgeable. The online picture froze now and then.', 'Solid teaching. Finding a free slot in the evening is hard.', 'Not quite what I was looking for, but honest about it and very fair.',
  ],
  thanks: [
    'Thank you, {author}! It is a pleasure to work with you.', 'You did the work; I only pointed.', 'Thank you. I can hear how much you practise.', 'That made my day, thank you.',
    'Thank you, {author}. See you next week!', 'So glad it helps. On to the next thing.', 'You earned that yourself, {author}.', 'Thank you for trusting me with the first steps.',
  ],
  sorry: ['Thank you for saying so, {author}. I have changed how I plan the first weeks.', 'Fair point, and thank you. I keep a closer eye on the clock now.', 'Thank you, {author}. More evening hours are open from this month.'],
  children: ['son', 'daughter', 'seven-year-old', 'nine-year-old', 'teenager', 'niece', 'twelve-year-old'],
};
