import type { PortraitLook } from './portrait-drawing.ts';

const black = '#26211f';
const brown = '#5a3a26';
const fair = '#b98a4e';
const grey = '#8f8c88';
const white = '#d9d6d0';
const celadon = '#cfe6df';
const sand = '#efe3cf';
const sky = '#d5e4f0';
const rose = '#f0dcdc';
const teal = '#0f766e';
const navy = '#35507a';
const plum = '#7a4a68';
const ochre = '#b07a2a';

/** How the drawn doctors of the demo look, by their names in Latin letters. */
export const portraitLooks: Readonly<Record<string, PortraitLook>> = {
  'Wang Jingyi': { skin: 'warm', hair: 'bob', hairColor: black, ground: celadon, shirt: teal, glasses: true },
  'Zhao Mingyuan': { skin: 'warm', hair: 'parted', hairColor: black, ground: sky, shirt: navy },
  'Sun Xiaotong': { skin: 'light', hair: 'long', hairColor: black, ground: rose, shirt: plum },
  'Liu Jianguo': { skin: 'tan', hair: 'receding', hairColor: grey, ground: sand, shirt: navy, older: true },
  'He Yutong': { skin: 'light', hair: 'bun', hairColor: black, ground: sky, shirt: ochre },
  'Zheng Qiuyue': { skin: 'warm', hair: 'bun', hairColor: grey, ground: celadon, shirt: plum, older: true },
  'Feng Zhiqiang': { skin: 'tan', hair: 'short', hairColor: black, ground: sand, shirt: teal, glasses: true },
  'Jiang Ruolan': { skin: 'warm', hair: 'long', hairColor: brown, ground: celadon, shirt: navy },
  'Han Zhiyuan': { skin: 'warm', hair: 'short', hairColor: grey, ground: sky, shirt: navy, glasses: true, older: true },
  'Cao Wenbo': { skin: 'light', hair: 'parted', hairColor: black, ground: celadon, shirt: ochre, glasses: true },
  'Xu Jingxian': { skin: 'light', hair: 'bob', hairColor: brown, ground: sand, shirt: plum, older: true },
  'Deng Yaqi': { skin: 'warm', hair: 'long', hairColor: black, ground: sand, shirt: teal, glasses: true },
  'Peng Haoran': { skin: 'tan', hair: 'short', hairColor: black, ground: celadon, shirt: navy },
  'Xiao Yuxin': { skin: 'light', hair: 'bob', hairColor: black, ground: sky, shirt: ochre },
  'Shen Siyuan': { skin: 'warm', hair: 'parted', hairColor: black, ground: rose, shirt: navy, glasses: true },
  'Clara Brunner': { skin: 'light', hair: 'bob', hairColor: fair, ground: celadon, shirt: navy },
  'Thomas Keller': {
    skin: 'light',
    hair: 'receding',
    hairColor: grey,
    ground: sky,
    shirt: teal,
    beard: true,
    older: true,
  },
  'Priya Natarajan': { skin: 'brown', hair: 'long', hairColor: black, ground: sand, shirt: plum },
  'Marc Dubois': { skin: 'light', hair: 'parted', hairColor: brown, ground: celadon, shirt: navy, beard: true },
  'Sofia Marin': { skin: 'tan', hair: 'bun', hairColor: brown, ground: rose, shirt: teal, glasses: true },
  'Jonas Weber': { skin: 'light', hair: 'short', hairColor: fair, ground: sand, shirt: navy },
  'Helen Okafor': { skin: 'dark', hair: 'curls', hairColor: black, ground: celadon, shirt: ochre },
  'Lin Yawen': { skin: 'light', hair: 'long', hairColor: black, ground: sky, shirt: teal },
  'Peter Lang': {
    skin: 'light',
    hair: 'bald',
    hairColor: white,
    ground: sand,
    shirt: navy,
    glasses: true,
    older: true,
  },
  'Ines Rossi': { skin: 'tan', hair: 'curls', hairColor: brown, ground: sky, shirt: plum },
  'Lukas Meier': { skin: 'light', hair: 'short', hairColor: brown, ground: celadon, shirt: ochre, beard: true },
};
