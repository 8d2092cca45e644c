import type { NamePool } from './types.ts';

export const usNames: NamePool[] = [
  {
    weight: 34,
    w: 'Abigail Claire Meredith Hannah Paige Josephine Leigh Sylvia Annika Willa June Marlene Caroline Tess',
    m: 'Wyatt Caleb Nathan Elliot Graham Silas Theo Russell Grant Everett Dean Harlan Simon Jonah',
    n: 'Riley Avery Quinn Rowan Emerson',
    family:
      'Whitlock Halvorsen Brandt Castellan Merriweather Lindgren Pruitt Hollister Vandermeer Ostrowski Delaney-Fox Kessler Abernathy Thornbury Rosen-Hale Sundqvist Granger-Cole Falk',
  },
  {
    weight: 22,
    w: 'Marisol Xiomara Lucía Daniela Paloma Ximena Rosario Inés',
    m: 'Joaquín Rafael Esteban Andrés Ramiro Mateo Gustavo Ezequiel',
    family:
      'Villaseñor Montoya-Reyes Cisneros Quintanilla Barrera Zavala Olmedo Figueroa Arroyo Saldívar Peralta',
    speaks: ['es'],
  },
  {
    weight: 18,
    w: 'Imani Denise Aaliyah Renée Tamika Corinne Nia Yolanda',
    m: 'Darnell Isaiah Malcolm Terrence Desmond Jamal Reginald Elijah',
    family:
      'Broadnax Gaines Whitfield-James Boykin Merritt Toussaint Lyles Hargrove Bettencourt Pettway',
  },
  {
    weight: 18,
    w: 'Mina Grace Soojin Linh Vivian Hye-jin Cecilia Marites',
    m: 'Daniel Minh Kevin Jae-won Andrew Bao Vincent Rommel',
    family: 'Hwang Truong Baek Liang Cho-Martin Dizon Vo Shimizu Ku Magsaysay-Lee Yoon Tseng',
    speaks: ['ko', 'zh', 'vi'],
  },
  {
    weight: 8,
    w: 'Kavya Rohini Sapna Tara Nandini',
    m: 'Arun Vivek Nikhil Sandeep Jaswinder',
    family: 'Venkataraman Bhattacharjee Pillai Grewal Deshmukh Karnik',
    speaks: ['hi', 'ta'],
    turban: 0.2,
  },
  {
    weight: 3,
    w: 'Yasmin Salma Dina',
    m: 'Karim Elias Ziad',
    family: 'Khoury Haddad Sabbagh Halabi',
    speaks: ['ar'],
    headscarf: 0.3,
  },
  {
    weight: 3,
    w: 'Miriam Tali Shira',
    m: 'Avi Reuben Noam',
    family: 'Zilberman Nasser-Bloom Abadi Lichter',
    speaks: ['he'],
  },
];
