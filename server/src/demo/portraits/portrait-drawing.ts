/** What tells one drawn face from another. Colors are CSS colors. */
export interface PortraitLook {
  skin: 'light' | 'warm' | 'tan' | 'brown' | 'dark';
  hair: 'bob' | 'long' | 'bun' | 'curls' | 'short' | 'parted' | 'receding' | 'bald';
  hairColor: string;
  ground: string;
  /** Of the clothes below the white coat. */
  shirt: string;
  glasses?: boolean;
  beard?: boolean;
  /** Lines beside eyes and mouth. */
  older?: boolean;
}

const skins = {
  light: ['#f6d7c3', '#e3b598'],
  warm: ['#f1c9a5', '#d9a67c'],
  tan: ['#dcaa7c', '#bd8657'],
  brown: ['#a9713f', '#87552b'],
  dark: ['#7a4b2c', '#5c361d'],
} as const;

/** Hair behind the head, then hair over the forehead; the face is an ellipse of 62 × 76 around (192, 170). */
const hairs: Record<PortraitLook['hair'], readonly [back: string, front: string]> = {
  bob: [
    'M116 168 C110 70 274 70 268 168 L272 238 C256 256 246 250 246 226 L138 226 C138 250 128 256 112 238 Z',
    'M128 162 C126 92 180 88 206 94 C252 100 260 128 256 164 C246 140 236 126 214 116 C194 136 158 142 138 144 C132 150 130 156 128 162 Z',
  ],
  long: [
    'M112 170 C104 62 280 62 272 170 L286 318 C262 330 244 322 242 300 L142 300 C140 322 122 330 98 318 Z',
    'M128 166 C124 96 170 86 192 92 C214 86 260 96 256 166 C250 132 226 116 192 112 C158 116 134 132 128 166 Z',
  ],
  bun: [
    'M120 170 C112 68 272 68 264 170 L256 200 L128 200 Z M192 80 m-30 0 a30 27 0 1 0 60 0 a30 27 0 1 0 -60 0',
    'M128 160 C128 96 170 88 192 90 C214 88 256 96 256 160 C244 128 222 114 192 114 C162 114 140 128 128 160 Z',
  ],
  curls: [
    'M192 84 m-82 70 a34 34 0 1 1 10 -52 a36 36 0 1 1 56 -30 a38 38 0 1 1 64 10 a36 36 0 1 1 40 50 a32 32 0 1 1 -6 56 a30 30 0 1 1 -12 50 L126 228 a30 30 0 1 1 -18 -46 a30 30 0 1 1 2 -28 Z',
    'M130 156 a24 24 0 1 1 20 -34 a26 26 0 1 1 40 -12 a26 26 0 1 1 42 10 a24 24 0 1 1 22 36 C244 134 224 128 192 130 C160 128 140 136 130 156 Z',
  ],
  short: [
    'M122 178 C108 76 276 76 262 178 L254 190 L130 190 Z',
    'M126 168 C122 98 164 82 196 86 C240 84 264 112 258 168 C252 146 246 134 236 124 C206 130 168 128 146 120 C136 132 130 148 126 168 Z',
  ],
  parted: [
    'M122 176 C112 58 272 60 262 176 L254 188 L130 188 Z',
    'M126 166 C120 110 144 84 176 86 C168 96 166 106 168 116 C186 98 216 92 236 102 C256 112 262 138 258 166 C250 138 238 126 216 118 C190 128 150 126 140 132 C132 142 128 152 126 166 Z',
  ],
  receding: [
    'M124 180 C114 96 270 96 260 180 L252 190 L132 190 Z',
    'M126 174 C122 132 132 112 148 106 C142 122 138 140 134 152 Z M258 174 C262 132 252 112 236 106 C242 122 246 140 250 152 Z M160 98 C176 90 208 90 224 98 C206 96 178 96 160 98 Z',
  ],
  bald: ['', ''],
};

const path = (d: string, fill: string) => (d ? `<path d="${d}" fill="${fill}"/>` : '');
const stroke = (d: string, color: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round"/>`;

function face({ hairColor, glasses, beard, older }: PortraitLook, shade: string): string {
  const eye = (x: number) => `<circle cx="${x}" cy="172" r="5.5" fill="#2b2622"/>`;
  const rim = (x: number) => `<circle cx="${x}" cy="172" r="20" fill="none" stroke="#3d4a4a" stroke-width="4"/>`;
  return [
    beard
      ? path('M132 184 C134 262 250 262 252 184 C244 206 232 208 192 208 C152 208 140 206 132 184 Z', hairColor)
      : '',
    stroke('M152 152 Q166 144 178 151', hairColor, 5),
    stroke('M206 151 Q218 144 232 152', hairColor, 5),
    eye(166),
    eye(218),
    stroke('M192 176 Q185 194 195 197', shade, 4),
    stroke('M172 216 Q192 232 212 216', beard ? '#f3dcd2' : '#a4493d', 5),
    older
      ? stroke('M138 182 L146 186 M246 182 L238 186 M160 206 Q156 214 160 222 M224 206 Q228 214 224 222', shade, 3)
      : '',
    glasses ? `${rim(166)}${rim(218)}${stroke('M186 170 Q192 166 198 170', '#3d4a4a', 4)}` : '',
  ].join('');
}

/** Draws a friendly doctor in a white coat: an SVG of 384 × 384 pixels, made of our own shapes. */
export function drawPortrait(look: PortraitLook): string {
  const [skin, shade] = skins[look.skin];
  const [back, front] = hairs[look.hair];
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="384" height="384" viewBox="0 0 384 384">',
    `<rect width="384" height="384" fill="${look.ground}"/>`,
    path(back, look.hairColor),
    path('M164 226 L220 226 L224 292 L160 292 Z', shade),
    path('M40 384 C46 306 110 282 160 274 L192 300 L224 274 C274 282 338 306 344 384 Z', '#fbfbf9'),
    path('M160 274 L192 326 L224 274 L212 268 L172 268 Z', look.shirt),
    stroke('M158 276 L178 384 M226 276 L206 384', '#cfd6d4', 4),
    stroke('M132 292 C130 330 150 338 150 356', '#44605d', 6),
    `<circle cx="150" cy="360" r="8" fill="#44605d"/>`,
    `<ellipse cx="128" cy="176" rx="11" ry="16" fill="${shade}"/><ellipse cx="256" cy="176" rx="11" ry="16" fill="${shade}"/>`,
    `<ellipse cx="192" cy="170" rx="64" ry="78" fill="${skin}"/>`,
    face(look, shade),
    path(front, look.hairColor),
    '</svg>',
  ].join('');
}
