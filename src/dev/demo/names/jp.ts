import type { NamePool } from './types.ts';

export const jpNames: NamePool[] = [
  {
    weight: 72,
    w: 'Aiko Chihiro Emi Haruka Kaori Mai Misaki Naoko Rina Sayaka Tomoko Yumi Akari Noriko Shiori Mayumi',
    m: 'Daichi Hiroshi Kazuki Kenta Makoto Naoki Ryota Satoru Shinji Takuya Yuto Daisuke Koji Minoru Osamu Tetsuya',
    n: 'Hikaru Kaoru Makoto Nagisa',
    family:
      'Arakawa Fujimori Hayashida Ishiguro-Mori Kamiyama Kitajima Matsunaga Nishikawa Okabe Sakaguchi Shibata Takemura Uehara Wakabayashi Yoshinaga Horie Tsukamoto Kuroda Minami Onodera',
    speaks: ['ja'],
  },
  {
    weight: 9,
    w: 'Emma Fiona Jessica',
    m: 'Ben Thomas Craig',
    family: 'Hargreave Lindell Macintosh-Ito Rowntree Calloway',
    speaks: ['en', 'ja'],
  },
  {
    weight: 6,
    w: 'Jiyoung Seo-yeon',
    m: 'Sung-min Hyun-woo',
    family: 'Baek Ryu Noh Shim',
    speaks: ['ja', 'ko'],
  },
  {
    weight: 5,
    w: 'Xinyi Lihua',
    m: 'Zihan Bowen',
    family: 'Luo Shen Qiu Tang',
    speaks: ['ja', 'zh'],
  },
  {
    weight: 4,
    w: 'Élodie Margaux',
    m: 'Antoine Rémi',
    family: 'Vasseur Lemoine-Sato Charrier',
    speaks: ['ja', 'fr'],
  },
  {
    weight: 4,
    w: 'Luana Beatriz',
    m: 'Thiago Renato',
    family: 'Yamashiro Tavares Nogueira',
    speaks: ['ja', 'pt'],
  },
];
