import type { DemoDepartment } from '../demo-plan.ts';

export const dermatology: DemoDepartment = {
  code: 'dermatology',
  name: { en: 'Dermatology', zh: '皮肤科' },
  description: {
    en: 'Eczema, acne, psoriasis and rashes, judged by camera and pictures.',
    zh: '湿疹、痤疮、银屑病及皮疹，通过视频与照片诊查。',
  },
  weight: 3,
  cases: [
    {
      code: 'L20.9',
      course: 'chronic',
      ages: [6, 60],
      complaint: { en: 'Eczema in the elbows itching again', zh: '肘窝湿疹又痒了' },
      subjective: {
        en: 'Itch in both elbow creases for ten days, sleeps badly. Stopped the moisturiser in summer.',
        zh: '双肘窝瘙痒10天，影响睡眠。夏季停用保湿霜。',
      },
      objective: {
        en: 'By video: dry red patches with scratch marks in both elbow creases, no weeping, no crusts.',
        zh: '视频所见：双肘窝干燥性红斑、抓痕，无渗出、结痂。',
      },
      assessment: { en: 'Atopic dermatitis, mild flare.', zh: '特应性皮炎，轻度复发。' },
      plan: {
        en: 'Moderate steroid cream once a day for a week, then every other day for a week; moisturiser twice a day throughout.',
        zh: '中效激素乳膏每日一次一周，后隔日一次一周；全程每日两次保湿。',
      },
      summary: {
        en: 'A mild flare of eczema. The cream once a day for a week, then every other day; moisturise twice a day always.',
        zh: '湿疹轻度复发。药膏每日一次用一周，再隔日一次用一周，坚持每日两次保湿。',
      },
    },
    {
      code: 'L70.0',
      course: 'chronic',
      ages: [14, 38],
      complaint: { en: 'Acne: gel helps, continue?', zh: '痘痘用药后好转，是否继续' },
      subjective: {
        en: 'Eight weeks of adapalene at night. Fewer new spots, some dryness.',
        zh: '夜间外用阿达帕林8周，新发减少，略干燥。',
      },
      objective: {
        en: 'By video: few comedones on the forehead, no nodules, no scars.',
        zh: '视频所见：前额少量粉刺，无结节、瘢痕。',
      },
      assessment: { en: 'Acne vulgaris, improving.', zh: '寻常痤疮，好转中。' },
      plan: { en: 'Continue every other night, moisturiser, sunscreen.', zh: '改隔晚使用，注意保湿防晒。' },
      summary: {
        en: 'It works: continue every other night, with a light moisturiser and sunscreen.',
        zh: '治疗有效，请改为隔晚使用，注意保湿和防晒。',
      },
    },
    {
      code: 'L50.9',
      course: 'acute',
      ages: [10, 65],
      complaint: { en: 'Itchy weals that come and go since last night', zh: '昨晚起身上起风团，很痒' },
      subjective: {
        en: 'Weals on arms and trunk, each gone within hours. No swelling of lips or tongue, breathes freely. Shrimp for dinner.',
        zh: '四肢躯干风团，数小时消退。无唇舌肿胀，呼吸通畅。晚餐食虾。',
      },
      objective: {
        en: 'By video: several weals on the forearm, lips and face normal, speaks easily.',
        zh: '视频所见：前臂数个风团，口唇面部无肿胀，言语流畅。',
      },
      assessment: { en: 'Acute urticaria without angio-oedema.', zh: '急性荨麻疹，无血管性水肿。' },
      plan: {
        en: 'Antihistamine once a day for a week, avoid shrimp. Emergency number at once with swollen lips or hard breathing.',
        zh: '抗组胺药每日一次，一周；暂忌虾类。如口唇肿胀或呼吸困难立即急救。',
      },
      summary: {
        en: 'Hives, perhaps from shrimp. One tablet a day for a week. Swollen lips or hard breathing: call the emergency number.',
        zh: '荨麻疹，可能与食虾有关。每日服药一次，共一周。如口唇肿胀或呼吸困难，请立即拨打急救电话。',
      },
    },
    {
      code: 'B35.3',
      course: 'acute',
      ages: [16, 70],
      complaint: { en: 'Peeling, itchy skin between the toes', zh: '脚趾缝脱皮发痒' },
      subjective: {
        en: 'Three weeks of itch between the toes, wears sports shoes all day.',
        zh: '趾间瘙痒三周，整日穿运动鞋。',
      },
      objective: {
        en: 'By video: white, peeling skin in two toe webs of the right foot, no redness beyond.',
        zh: '视频所见：右足两趾间浸渍脱屑，周围无红肿。',
      },
      assessment: { en: 'Athlete’s foot.', zh: '足癣。' },
      plan: {
        en: 'Terbinafine cream twice a day for two weeks, keep dry, change socks daily.',
        zh: '特比萘芬乳膏每日两次，两周；保持干燥，每日换袜。',
      },
      summary: {
        en: 'Athlete’s foot. The cream twice a day for two weeks, also after it looks healed; keep the feet dry.',
        zh: '足癣（脚气）。药膏每日两次，用满两周，保持足部干燥。',
      },
    },
  ],
};
