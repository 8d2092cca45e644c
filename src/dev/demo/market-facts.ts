import { gbNames } from './names/gb.ts';
import { inNames } from './names/in.ts';
import { jpNames } from './names/jp.ts';
import type { NamePool } from './names/types.ts';
import { usNames } from './names/us.ts';
import type { Group } from './text/index.ts';

export interface MarketFacts {
  teachers: number;
  names: NamePool[];
  /** BCP 47 tag of the people who live there. */
  locale: string;
  speaks: string;
  /** Hourly prices in major units, from low to high. */
  hourly: Record<Group, readonly [number, number]>;
  hourStep: number;
  /** Shorter and longer lessons are rounded to this. */
  partStep: number;
  /** How many teachers each subject gets, compared with the others; absent is none. */
  subjects: Record<string, number>;
  /** Cities whose neighbourhoods (or the city itself) get teachers, by weight. */
  cities: Record<string, number>;
  /** Neighbourhoods with more than their share. */
  favourites: string[];
  exams: { music: string; school: string; english: string };
}

const everywhere = {
  guitar: 12,
  piano: 12,
  violin: 5,
  voice: 7,
  drums: 4,
  cello: 2,
  flute: 2,
  maths: 10,
  physics: 4,
  chemistry: 3,
  biology: 2,
  coding: 5,
  english: 5,
  spanish: 5,
  french: 4,
  yoga: 8,
  pilates: 3,
  dance: 4,
  swimming: 2,
  tennis: 2,
  drawing: 5,
  painting: 3,
  photography: 3,
  chess: 3,
  cooking: 3,
};

export const marketFacts: Record<string, MarketFacts> = {
  gb: {
    teachers: 110,
    names: gbNames,
    locale: 'en-GB',
    speaks: 'en',
    hourly: {
      music: [27, 56],
      school: [28, 60],
      language: [20, 42],
      movement: [30, 62],
      making: [25, 46],
    },
    hourStep: 1,
    partStep: 1,
    subjects: {
      ...everywhere,
      guitar: 16,
      piano: 15,
      german: 3,
      italian: 3,
      japanese: 2,
      mandarin: 2,
      hindi: 1,
      tabla: 1,
      sitar: 1,
    },
    cities: {
      London: 64,
      manchester: 5,
      birmingham: 4,
      edinburgh: 4,
      bristol: 4,
      glasgow: 3,
      leeds: 3,
      brighton: 3,
      cardiff: 2,
      oxford: 2,
      belfast: 2,
      york: 2,
      liverpool: 2,
    },
    favourites: [
      'camden-london',
      'kentish-town-london',
      'islington-london',
      'hackney-london',
      'brixton-london',
      'primrose-hill-london',
    ],
    exams: { music: 'graded exams', school: 'GCSE and A level', english: 'IELTS' },
  },
  us: {
    teachers: 90,
    names: usNames,
    locale: 'en-US',
    speaks: 'en',
    hourly: {
      music: [40, 95],
      school: [40, 100],
      language: [28, 62],
      movement: [45, 95],
      making: [35, 75],
    },
    hourStep: 1,
    partStep: 1,
    subjects: { ...everywhere, spanish: 7, mandarin: 3, japanese: 1, german: 1 },
    cities: {
      Brooklyn: 34,
      Manhattan: 18,
      Queens: 6,
      'los-angeles': 7,
      chicago: 6,
      'san-francisco': 6,
      boston: 5,
      seattle: 4,
      austin: 4,
      philadelphia: 3,
      denver: 3,
      atlanta: 2,
      portland: 2,
    },
    favourites: [
      'park-slope-brooklyn',
      'williamsburg-brooklyn',
      'fort-greene-brooklyn',
      'upper-west-side-manhattan',
    ],
    exams: { music: 'auditions and juries', school: 'AP and the SAT', english: 'TOEFL' },
  },
  in: {
    teachers: 60,
    names: inNames,
    locale: 'en-IN',
    speaks: 'en',
    hourly: {
      music: [500, 1500],
      school: [500, 1600],
      language: [400, 1000],
      movement: [500, 1400],
      making: [450, 1200],
    },
    hourStep: 50,
    partStep: 10,
    subjects: {
      ...everywhere,
      guitar: 7,
      piano: 5,
      yoga: 9,
      sitar: 3,
      tabla: 4,
      hindi: 3,
      chess: 4,
      dance: 6,
      cello: 0,
      tennis: 1,
      german: 2,
    },
    cities: {
      Bengaluru: 48,
      Mumbai: 26,
      delhi: 7,
      chennai: 5,
      pune: 5,
      hyderabad: 4,
      kolkata: 4,
      kochi: 2,
    },
    favourites: [
      'indiranagar-bengaluru',
      'koramangala-bengaluru',
      'jayanagar-bengaluru',
      'bandra-mumbai',
    ],
    exams: { music: 'graded exams', school: 'board exams and JEE', english: 'IELTS' },
  },
  jp: {
    teachers: 50,
    names: jpNames,
    locale: 'ja-JP',
    speaks: 'ja',
    hourly: {
      music: [3500, 8000],
      school: [3000, 7000],
      language: [2500, 5500],
      movement: [3500, 7500],
      making: [3000, 6500],
    },
    hourStep: 100,
    partStep: 100,
    subjects: {
      ...everywhere,
      japanese: 8,
      english: 8,
      guitar: 6,
      piano: 7,
      maths: 4,
      biology: 0,
      cooking: 4,
      drawing: 4,
      mandarin: 2,
      chess: 1,
    },
    cities: { Tokyo: 80, osaka: 6, kyoto: 6, yokohama: 4, fukuoka: 2, sapporo: 2 },
    favourites: ['shimokitazawa-tokyo', 'kichijoji-tokyo', 'naka-meguro-tokyo', 'koenji-tokyo'],
    exams: { music: 'competitions', school: 'IB and entrance exams', english: 'TOEIC and Eiken' },
  },
};

/** Subjects that one person may well teach beside another. */
export const related: Record<string, string[]> = {
  guitar: ['voice'],
  piano: ['voice'],
  voice: ['piano'],
  violin: ['piano'],
  maths: ['physics', 'coding'],
  physics: ['maths'],
  chemistry: ['biology'],
  biology: ['chemistry'],
  coding: ['maths'],
  spanish: ['english'],
  french: ['english'],
  german: ['english'],
  japanese: ['english'],
  english: ['french'],
  yoga: ['pilates'],
  pilates: ['yoga'],
  drawing: ['painting'],
  painting: ['drawing'],
};

/** The language a subject is about, or whose speakers most often teach it. */
export const languageOf: Record<string, string> = {
  spanish: 'es',
  english: 'en',
  french: 'fr',
  german: 'de',
  italian: 'it',
  japanese: 'ja',
  mandarin: 'zh',
  hindi: 'hi',
  sitar: 'hi',
  tabla: 'hi',
};
