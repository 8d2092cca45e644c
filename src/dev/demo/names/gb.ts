import type { NamePool } from './types.ts';

export const gbNames: NamePool[] = [
  {
    weight: 44,
    w: 'Alice Harriet Imogen Beth Rosalind Nell Georgina Heather Fern Tamsin Lucy Hazel Phoebe Edith Marian Connie Bryony Isla Flora Judith',
    m: 'Callum Rory Gareth Edmund Hugo Miles Fergus Alistair Dominic Ned Laurence Toby Stuart Duncan Rhodri Felix Angus Howard Barnaby Owen',
    n: 'Robin Frankie Sasha Jude Morgan',
    family:
      'Ashdown Pemberton Hallworth Tregenza Macrae Lockyer Fairweather Haddon Penrose Whitcombe Garside Rees-Hale Dunmore Thackley Marlowe-Kerr Oakden Ferrier Sandham Ivory Birkett Colquhoun-Reid Wraxall Maddock Liddle Cresswell Hartnoll',
  },
  {
    weight: 9,
    w: 'Anjali Meera Sunita Harpreet Leena Divya Roshni',
    m: 'Rohan Sanjeev Nikhil Dev Kiran Amar',
    family: 'Mistry Bhogal Nayyar Patwardhan Solanki Malhi Chaudhary',
    speaks: ['hi', 'pa', 'gu'],
  },
  {
    weight: 7,
    w: 'Farah Nadia Ayesha Rukhsana Samina',
    m: 'Imran Bilal Tariq Haroon Kamal Rafiq',
    family: 'Rahman Siddiqui Hussaini Qureshi Begum-Ward Chaudhry',
    speaks: ['ur', 'bn'],
    headscarf: 0.4,
  },
  {
    weight: 14,
    w: 'Folake Abena Adaeze Chidinma Yewande Marcia Shanice Efua Beverley Naomi',
    m: 'Idris Kwame Tunde Emeka Kofi Delroy Winston Ayodele Marlon Segun',
    family:
      'Okafor Mensah Adeyemi-Cole Boateng Owusu Nwosu Clarke-Bailey Asante Oyelaran Francis-Gordon Achebe-Stone Darko',
  },
  {
    weight: 12,
    w: 'Agnieszka Ilaria Zofia Eleni Ana Marta Lucia Camille Greta Katya',
    m: 'Tomás Luca Piotr Stavros Mateo Janek Andrei Bruno Florian Emil',
    family:
      'Rivera Kowalczyk Bellandi Petrakis Nowicka-Lane Moretti-Shaw Varga Duarte Lindqvist Popescu Marchetti Sobczak Delacroix-Hume',
    speaks: ['es', 'it', 'pl', 'fr', 'de'],
  },
  {
    weight: 8,
    w: 'Yuki Mei Hana Lin Jia Suki Minh-Anh Xiulan',
    m: 'Kenji Wei Jun Hao Daniel Marcus Tuan Raymond',
    family: 'Tanabe Cheung Lau Okada Pang Tsang Nakata Lieu Fong Hoang',
    speaks: ['zh', 'ja'],
  },
  {
    weight: 6,
    w: 'Leyla Shirin Zeynep Amira Dalia Noor',
    m: 'Emre Kaveh Cem Yusuf Sami Navid',
    family: 'Aydin Farahani Demirci Haddad Karimi Yildirim Mansour Tehrani',
    speaks: ['tr', 'ar', 'fa'],
    headscarf: 0.2,
  },
];
