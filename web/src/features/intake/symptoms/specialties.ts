/** A kind of department: its codes and names, and the words that patients search with. */
export interface Specialty {
  /** Codes that hospitals use; a department with another code is matched by name. */
  readonly codes: readonly string[];
  readonly named: RegExp;
  /** Lower case: English words and phrases, Chinese, and the pinyin of the name. */
  readonly words: readonly string[];
}

function specialty(codes: string, named: RegExp, english: string, chinese: string): Specialty {
  return { codes: codes.split(' '), named, words: [...english.split(', '), ...chinese.split('、')] };
}

/**
 * Everyday words by department. The assignment is our reading of how hospitals in China and Britain divide their work; no clinician has reviewed it.
 * Danger signs are detected earlier, and never by these words.
 */
export const specialties: readonly Specialty[] = [
  specialty(
    'paediatrics',
    /p(?:a)?ediatric|儿科|小儿/i,
    'paediatrician, pediatrician, paediatrics, pediatrics, child, children, kid, baby, toddler, infant, newborn, my son, my daughter, vaccines for my baby',
    '儿科、孩子、小孩、小朋友、宝宝、婴儿、新生儿、幼儿、娃、儿童、erke、haizi',
  ),
  specialty(
    'dermatology',
    /dermatolog|皮肤/i,
    'dermatologist, dermatology, dermo, skin, rash, itchy, itch, acne, spots, pimples, eczema, psoriasis, hives, mole, wart, cold sore, hair loss, hair falling, bald, dandruff, fungal nail, nail fungus, athletes foot, ringworm, scar, sunburn, blister, shingles',
    '皮肤科、皮肤、皮疹、疹子、痒、湿疹、荨麻疹、痘、痤疮、脱发、掉头发、头皮屑、灰指甲、脚气、癣、银屑病、牛皮癣、白癜风、痣、疣、瘊子、带状疱疹、过敏起疹、pifuke、pifu',
  ),
  specialty(
    'gastroenterology',
    /gastro|消化|胃肠/i,
    'gastroenterologist, gastroenterology, gastro, tummy, stomach, belly, bloated, bloating, heartburn, reflux, indigestion, constipation, constipated, diarrhoea, diarrhea, poo, pooing blood, poop, bowel, ibs, piles, haemorrhoids, hemorrhoids, liver, hepatitis, gallstones, h pylori, nausea, colonoscopy, anal',
    '消化内科、消化科、消化、胃、肚子、腹痛、腹胀、腹泻、拉肚子、便秘、反酸、烧心、打嗝、恶心、幽门螺、肠、大便、便血、痔疮、肝、胆、胰腺、xiaohuake、xiaohuaneike',
  ),
  specialty(
    'cardiology',
    /cardiolog|心(?:血管)?内|心脏|心血管/i,
    'cardiologist, cardiology, cardio, heart, palpitations, blood pressure, hypertension, stent, angina, pacemaker, cholesterol, irregular heartbeat, ecg, atrial fibrillation',
    '心内科、心内、心血管、心脏、心慌、心悸、心律、早搏、房颤、支架、冠心病、高血压、血压、胸闷、心绞痛、心衰、血脂、xinneike、xinneiyisheng、xinxueguan',
  ),
  specialty(
    'respiratory pulmonology',
    /respirat|pulmon|呼吸|肺/i,
    'respiratory, pulmonologist, pulmonology, lung, lungs, chest doctor, cough, asthma, copd, wheeze, phlegm, inhaler, breathless, sleep apnoea, sleep apnea, snoring, pneumonia, bronchitis',
    '呼吸内科、呼吸科、肺、咳嗽、咳痰、哮喘、慢阻肺、气喘、支气管、打呼噜、打鼾、hxnk、huxike、huxineike',
  ),
  specialty(
    'endocrinology',
    /endocrin|内分泌|糖尿病/i,
    'endocrinologist, endocrinology, endo, diabetes, diabetic, sugar, thyroid, hormones, hormone, insulin, goitre, goiter, gout, obesity, lose weight',
    '内分泌科、内分泌、糖尿病、血糖、甲状腺、甲亢、甲减、激素、胰岛素、肥胖、痛风、尿酸、neifenmi、neifenmike',
  ),
  specialty(
    'neurology',
    /neurolog|神经内|神经科/i,
    'neurologist, neurology, neuro, migraine, headache, dizzy, dizziness, vertigo, epilepsy, seizures, fits, memory, forgetful, dementia, parkinsons, tremor, shaking hands, numb, numbness, pins and needles, nerve, sciatica, ms, stroke follow up',
    '神经内科、神经、头痛、头疼、偏头痛、头晕、眩晕、癫痫、记性、记忆、健忘、痴呆、帕金森、手抖、发抖、麻、面瘫、脑梗、中风、shenjingke、shenjingneike',
  ),
  specialty(
    'psychiatry mental-health psychology',
    /psych|mental|精神|心理/i,
    'psychiatrist, psychiatry, psychologist, psychology, therapist, counsellor, counselor, shrink, mental health, anxiety, anxious, depression, depressed, panic, stress, stressed, low mood, insomnia, cant sleep, sleep, ocd, adhd, bipolar, eating disorder, burnout, talk to someone',
    '精神科、心理、精神、抑郁、焦虑、失眠、睡不着、睡眠、强迫、多动、情绪、心情、心里、压力、想不开、烦躁、厌食、jingshenke、xinlike、xinliyisheng、xinli',
  ),
  specialty(
    'orthopaedics orthopedics musculoskeletal',
    /orthop|musculosk|骨科|骨/i,
    'orthopaedics, orthopedics, orthopaedic, orthopedic, ortho, bone, bones, joint, knee, hip, back pain, neck pain, shoulder, frozen shoulder, ankle, wrist, elbow, sprain, sprained, fracture, broke, broken, bunion, toe, foot pain, sciatica, slipped disc, spine, tennis elbow, carpal tunnel, muscle',
    '骨科、骨、关节、膝、腰、颈椎、脊柱、肩、脚踝、扭伤、崴、骨折、手腕、椎间盘、坐骨神经、拇外翻、腱鞘炎、肌肉、guke',
  ),
  specialty(
    'rheumatology',
    /rheumat|风湿/i,
    'rheumatologist, rheumatology, rheumatoid, arthritis, lupus, gout, ankylosing',
    '风湿、类风湿、红斑狼疮、强直、痛风、fengshi',
  ),
  specialty(
    'urology andrology',
    /(?<!ne)urolog|androlog|泌尿|男科/i,
    'urologist, urology, urine, urinary, pee, peeing, wee, waterworks, bladder, prostate, kidney, kidney stone, stones, erection, erectile, vasectomy, testicle, balls, foreskin, uti, incontinence, premature ejaculation',
    '泌尿外科、泌尿、尿、前列腺、膀胱、肾结石、结石、男科、阳痿、勃起、早泄、包皮、睾丸、mn、miniao、miniaowaike、nanke',
  ),
  specialty(
    'ent otolaryngology',
    /\bent\b|otolaryng|ear, nose|耳鼻|五官/i,
    'ent, otolaryngologist, ear nose throat, ear, ears, ear wax, hearing, tinnitus, ringing, nose, nosebleed, sinus, sinusitis, blocked nose, stuffy, hay fever, sneezing, sore throat, tonsil, tonsils, hoarse, voice, snoring, throat',
    '耳鼻喉科、耳鼻喉、五官科、耳、听力、鼻、鼻窦炎、鼻炎、打喷嚏、喉、嗓子、咽、扁桃体、声音嘶哑、打呼噜、打鼾、erbihou、erbihouke',
  ),
  specialty(
    'ophthalmology',
    /ophthalm|eye|眼/i,
    'ophthalmologist, ophthalmology, eye, eyes, eye doctor, glasses, vision, sight, blurry, blurred, cataract, glaucoma, stye, dry eyes, optician, contact lenses, short sighted, pink eye, squint',
    '眼科、眼、视力、近视、看不清、麦粒肿、针眼、白内障、青光眼、干眼、结膜炎、飞蚊、配镜、斜视、yanke',
  ),
  specialty(
    'gynaecology womens-health obstetrics',
    /gyn(?:a)?ecolog|obstetric|women|妇|产科/i,
    'gynaecologist, gynecologist, gynaecology, gynecology, obgyn, ob gyn, obstetrician, womens, womens doctor, women, period, periods, pregnant, pregnancy, antenatal, contraception, birth control, the pill, coil, iud, menopause, hot flushes, discharge, thrush, smear, trying for a baby, get pregnant, fertility, pcos, breast, lump in breast, womb, ovary, fibroids',
    '妇产科、妇科、产科、月经、例假、大姨妈、姨妈、白带、怀孕、孕、备孕、避孕、更年期、绝经、痛经、乳房、乳腺、子宫、卵巢、多囊、产后、fuke、fuchanke、chanke',
  ),
  specialty(
    'dentistry dental',
    /dent(?:al|ist)|stomatolog|口腔|牙/i,
    'dentist, dental, dentistry, tooth, teeth, toothache, gum, gums, gums bleeding, wisdom tooth, braces, mouth ulcer, jaw, denture, filling, cavity',
    '口腔科、口腔、牙、牙龈、智齿、蛀牙、溃疡、口臭、kouqiang、kouqiangke、yake',
  ),
  specialty(
    'nutrition dietetics',
    /nutrition|diet|营养/i,
    'nutritionist, nutrition, dietitian, dietician, diet, lose weight, weight loss, overweight, what to eat, meal plan, underweight',
    '营养科、营养、减肥、减重、食谱、饮食、吃什么、忌口、yingyangke、yingyang',
  ),
  specialty(
    'tcm chinese-medicine',
    /chinese medicine|\btcm\b|中医/i,
    'tcm, chinese medicine, traditional chinese medicine, acupuncture, herbs, herbal, moxibustion, cupping, tuina',
    '中医科、中医、中药、针灸、推拿、拔罐、艾灸、调理、把脉、湿气、上火、zhongyi、zhongyike',
  ),
  specialty(
    'allergy immunology',
    /allerg|过敏|变态反应/i,
    'allergist, allergy, allergies, allergic, hay fever, allergy test',
    '过敏科、过敏、过敏原、变态反应、guomin',
  ),
  specialty(
    'internal-medicine',
    /internal medicine|^(?:大|普通)?内科$/i,
    'internal medicine, physician, tired, tiredness, exhausted, fatigue, no energy, anaemia, anemia',
    '大内科、乏力、没力气、没劲、疲劳、累、贫血、neike',
  ),
  specialty(
    'general-practice family-medicine',
    /general (?:practice|medicine)|family medicine|全科/i,
    'gp, general practice, general practitioner, family doctor, family medicine, cold, common cold, flu, fever, temperature, tired, tiredness, exhausted, fatigue, no energy, weak, refill, repeat prescription, anaemia, anemia, blood test, check up, checkup, test results, health check, sick note, dont know which, which department, not sure',
    '全科、家庭医生、感冒、流感、发烧、发热、乏力、没力气、没劲、疲劳、累、贫血、体检、报告、化验单、续方、开药、配药、病假条、不知道挂、挂什么科、挂哪个科、看什么科、quanke、ganmao、fashao',
  ),
];
