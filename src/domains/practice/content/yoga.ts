import type { Pose } from '../../../figures/index.ts';
import type { Illustration, Library } from './exercise.ts';
import * as balanceFigures from './figures/balance.ts';
import * as proneFigures from './figures/prone.ts';
import * as seatedFigures from './figures/seated.ts';
import * as standingFigures from './figures/standing.ts';
import * as supineFigures from './figures/supine.ts';
import { allFours } from './poses/all-fours.ts';
import { armBalances } from './poses/arm-balances.ts';
import { balances } from './poses/balances.ts';
import { foldsAndLunges } from './poses/folds-and-lunges.ts';
import { inversions } from './poses/inversions.ts';
import { kneeling } from './poses/kneeling.ts';
import { pigeonsAndSplits } from './poses/pigeons-and-splits.ts';
import { planksAndDogs } from './poses/planks-and-dogs.ts';
import { prone } from './poses/prone.ts';
import { restorative } from './poses/restorative.ts';
import { seatedFolds } from './poses/seated-folds.ts';
import { seats } from './poses/seats.ts';
import { standing } from './poses/standing.ts';
import { supineLegs } from './poses/supine-legs.ts';
import { supine } from './poses/supine.ts';
import { twists } from './poses/twists.ts';
import { warriors } from './poses/warriors.ts';
import { awake } from './sequences/awake.ts';
import { quiet } from './sequences/quiet.ts';
import { supple } from './sequences/supple.ts';

const figures: Record<string, Pose> = {
  ...standingFigures.standing,
  ...balanceFigures.balance,
  ...proneFigures.prone,
  ...proneFigures.kneeling,
  ...seatedFigures.seated,
  ...supineFigures.supine,
  ...supineFigures.inversions,
};

export const yoga: Library = {
  slug: 'yoga',
  name: 'Yoga',
  subject: 'yoga',
  noun: ['pose', 'poses'],
  areas: [
    'hips',
    'hamstrings',
    'shoulders',
    'spine',
    'core',
    'balance',
    'chest',
    'legs',
    'arms',
    'wrists',
    'neck',
    'feet',
    'rest',
  ],
  categories: [
    'standing',
    'seated',
    'supine',
    'prone',
    'kneeling',
    'inversion',
    'balance',
    'backbend',
    'twist',
    'restorative',
  ],
  exercises: [
    standing,
    warriors,
    foldsAndLunges,
    balances,
    armBalances,
    planksAndDogs,
    allFours,
    prone,
    kneeling,
    pigeonsAndSplits,
    seats,
    seatedFolds,
    twists,
    supine,
    supineLegs,
    inversions,
    restorative,
  ].flat(),
  sequences: [...awake, ...quiet, ...supple],
  illustrations: Object.fromEntries(
    Object.entries(figures).map(([slug, pose]): [string, Illustration] => [
      slug,
      { kind: 'figure', pose },
    ]),
  ),
};
