/**
 * Conditions that a doctor sees every week, by specialty: a code or its category, and the common name in English and Chinese. Codes are those of
 * ICD-10 (WHO, 2019).
 */
export const wellKnownConditions: Readonly<Record<string, string>> = {
  'primary care': `
    I10 hypertension 高血压; E11 type 2 diabetes 2型糖尿病; J06 upper respiratory infection 上呼吸道感染; J11 influenza 流感; R51 headache 头痛;
    M54 low back pain 腰痛; R50 fever 发热; R05 cough 咳嗽; E78 hyperlipidaemia 高脂血症; D50 iron deficiency anaemia 缺铁性贫血;
    N39.0 urinary tract infection 尿路感染; G47 insomnia 失眠; K29 gastritis 胃炎; A09 gastroenteritis 胃肠炎; J02 pharyngitis 咽炎;
    R42 dizziness 头晕; E66 obesity 肥胖; M10 gout 痛风; F41 anxiety 焦虑; B02 shingles 带状疱疹; R53 fatigue 疲劳; Z76.0 repeat prescription 重复处方;
    J30 allergic rhinitis 过敏性鼻炎; L30 eczema 湿疹; R10 abdominal pain 腹痛; K59.0 constipation 便秘`,
  paediatrics: `
    J21 bronchiolitis 毛细支气管炎; B08.4 hand foot and mouth disease 手足口病; H66 otitis media 中耳炎; J03 tonsillitis 扁桃体炎; B01 chickenpox 水痘;
    A08.0 rotavirus 轮状病毒; L20 atopic dermatitis 特应性皮炎; R56.0 febrile convulsions 热性惊厥; J05.0 croup 喉炎; B05 measles 麻疹;
    B26 mumps 流行性腮腺炎; A38 scarlet fever 猩红热; L22 nappy rash 尿布; P59 neonatal jaundice 新生儿黄疸; R10.4 infantile colic 肠绞痛; F90 attention deficit 多动;
    F84 autism 自闭症; N39.4 incontinence 尿失禁; F98.0 enuresis 遗尿; B08.2 exanthema subitum 幼儿急疹; J45 asthma 哮喘; E55 vitamin D deficiency 维生素D缺乏;
    B80 pinworm 蛲虫; E34.3 short stature 矮小; L01 impetigo 脓疱疮; D50 iron deficiency 缺铁`,
  dermatology: `
    L70 acne 痤疮; L40 psoriasis 银屑病; L20 atopic dermatitis 特应性皮炎; L50 urticaria 荨麻疹; L23 allergic contact dermatitis 接触性皮炎;
    B35.3 athlete's foot 足癣; B35.1 onychomycosis 甲癣; L80 vitiligo 白癜风; L71 rosacea 玫瑰痤疮; B07 warts 疣; L63 alopecia areata 斑秃; L64 androgenic alopecia 雄激素性脱发;
    L21 seborrhoeic dermatitis 脂溢性皮炎; B02 herpes zoster 带状疱疹; B00 herpes simplex 单纯疱疹; L03 cellulitis 蜂窝织炎; L73 folliculitis 毛囊炎; B86 scabies 疥疮;
    L42 pityriasis rosea 玫瑰糠疹; L43 lichen planus 扁平苔藓; L82 seborrhoeic keratosis 脂溢性角化; L60.0 ingrowing nail 嵌甲; L81.1 melasma 黄褐斑; L28 prurigo 痒疹;
    B36.0 pityriasis versicolor 花斑; L91 keloid 瘢痕疙瘩; L84 corns 鸡眼`,
  psychiatry: `
    F32 depression 抑郁; F33 recurrent depressive disorder 复发性抑郁; F41.1 generalized anxiety 广泛性焦虑; F41.0 panic disorder 惊恐障碍; F31 bipolar 双相;
    F20 schizophrenia 精神分裂症; F42 obsessive compulsive 强迫; F43.1 post-traumatic stress 创伤后应激; F43.2 adjustment disorder 适应障碍; F51.0 insomnia 失眠症;
    F50.0 anorexia nervosa 神经性厌食; F50.2 bulimia 贪食; F10 alcohol dependence 酒精依赖; F17 tobacco 烟草; F90 hyperkinetic disorder 多动; F84.0 autism 孤独症;
    F40.1 social phobia 社交恐怖; F40.0 agoraphobia 广场恐怖; F45 somatization 躯体化; F60 personality disorder 人格障碍; F03 dementia 痴呆; F05 delirium 谵妄;
    F95 tic 抽动; F34.1 dysthymia 恶劣心境; F53 postnatal depression 产后抑郁; F44 dissociative 分离`,
  cardiology: `
    I10 essential hypertension 原发性高血压; I48 atrial fibrillation 心房颤动; I50 heart failure 心力衰竭; I20 angina 心绞痛; I21 myocardial infarction 心肌梗死;
    I25 coronary heart disease 冠心病; I49.4 ectopic beats 早搏; I47.1 supraventricular tachycardia 室上性心动过速; R00.2 palpitations 心悸; I11 hypertensive heart disease 高血压性心脏病;
    I34.0 mitral regurgitation 二尖瓣; I35 aortic stenosis 主动脉瓣狭窄; I42 cardiomyopathy 心肌病; I83 varicose veins 静脉曲张; I80 thrombophlebitis 血栓性静脉炎; I95 hypotension 低血压;
    R55 syncope 晕厥; I70 atherosclerosis 动脉粥样硬化; I73 peripheral vascular disease 外周血管; I26 pulmonary embolism 肺栓塞; I44 heart block 传导阻滞; I27 pulmonary hypertension 肺动脉高压;
    R07 chest pain 胸痛; I49.5 sick sinus syndrome 病态窦房结; E78 dyslipidaemia 血脂; I40 myocarditis 心肌炎; I30 pericarditis 心包炎`,
  endocrinology: `
    E11 T2DM 2型糖尿病; E10 type 1 diabetes 1型糖尿病; E05 hyperthyroidism 甲亢; E03 hypothyroidism 甲减; E04 goitre 甲状腺肿; E06.3 Hashimoto 桥本; E05.0 Graves 毒性弥漫性甲状腺肿;
    E66 obesity 肥胖症; E78.0 hypercholesterolaemia 高胆固醇; E28.2 polycystic ovary syndrome 多囊卵巢; M81 osteoporosis 骨质疏松; E55 vitamin D deficiency 维生素D; E21 hyperparathyroidism 甲状旁腺功能亢进;
    E20 hypoparathyroidism 甲状旁腺功能减退; E24 Cushing 库欣; E27 adrenal insufficiency 肾上腺皮质; E16 hypoglycaemia 低血糖; E22.1 hyperprolactinaemia 高催乳素; E23 hypopituitarism 垂体;
    E79 hyperuricaemia 高尿酸; E87.6 hypokalaemia 低钾; E30 precocious puberty 性早熟; E34.3 short stature 身材矮小; R73 glucose tolerance 糖耐量; O24 gestational diabetes 妊娠期糖尿病; E26 hyperaldosteronism 醛固酮`,
  gastroenterology: `
    K21 reflux 胃食管反流; K29 gastritis 胃炎; K25 gastric ulcer 胃溃疡; K26 duodenal ulcer 十二指肠溃疡; K30 dyspepsia 消化不良; K58 irritable bowel 肠易激; K50 Crohn 克罗恩; K51 ulcerative colitis 溃疡性结肠炎;
    K59.0 constipation 便秘; A09 diarrhoea 腹泻; K64 haemorrhoids 痔; K60 anal fissure 肛裂; K76.0 fatty liver 脂肪肝; B18 chronic hepatitis B 慢性乙型肝炎; K74 cirrhosis 肝硬化; K80 gallstones 胆囊结石;
    K81 cholecystitis 胆囊炎; K85 pancreatitis 胰腺炎; K57 diverticular 憩室; K63 polyp of colon 结肠息肉; K90.0 coeliac 乳糜泻; K22.0 achalasia 贲门失弛缓; B98.0 helicobacter pylori 幽门螺; R11 vomiting 呕吐;
    R14 bloating 腹胀; K92 melaena 黑便; K12 mouth ulcer 口腔溃疡`,
  respiratory: `
    J45 asthma 哮喘; J44 COPD 慢阻肺; J18 pneumonia 肺炎; J20 acute bronchitis 急性支气管炎; J00 common cold 感冒; J42 chronic bronchitis 慢性支气管炎; J47 bronchiectasis 支气管扩张; J43 emphysema 肺气肿; R05 cough 咳嗽;
    R06 dyspnoea 呼吸困难; J11 influenza 流行性感冒; U07.1 COVID-19 新型冠状病毒; A15 pulmonary tuberculosis 肺结核; J90 pleural effusion 胸腔积液; J93 pneumothorax 气胸; J84 interstitial lung 间质性; G47.3 sleep apnoea 睡眠呼吸暂停; R04.2 haemoptysis 咯血;
    J96 respiratory failure 呼吸衰竭; J86 pyothorax 脓胸; A37 whooping cough 百日咳; J04 laryngitis 喉炎; R91 lung nodule 肺结节; J12 viral pneumonia 病毒性肺炎; J22 lower respiratory infection 下呼吸道感染; F17 nicotine dependence 尼古丁`,
  ENT: `
    J30 hay fever 花粉; J32 chronic sinusitis 鼻窦炎; J01 acute sinusitis 急性鼻窦炎; H65 otitis media 分泌性中耳炎; H60 otitis externa 外耳道炎; H61.2 ear wax 耵聍; H93.1 tinnitus 耳鸣; H90 sensorineural hearing loss 感音神经性;
    H91 hearing loss 听力; H81.0 Meniere 梅尼埃; H81.1 benign paroxysmal vertigo 良性阵发性; J03 tonsillitis 扁桃体炎; J35 adenoids 腺样体; J02 pharyngitis 急性咽炎; J31 chronic pharyngitis 慢性咽炎; J33 nasal polyp 鼻息肉; J34.2 deviated septum 鼻中隔偏曲;
    R04.0 nosebleed 鼻出血; J38 vocal cord 声带; R49 hoarseness 声音嘶哑; K11 sialadenitis 涎腺; H72 perforation of eardrum 鼓膜穿孔; H68 eustachian tube 咽鼓管; R43 loss of smell 嗅觉; J37 chronic laryngitis 慢性喉炎; R06.5 snoring 打鼾; H92.0 earache 耳痛`,
  gynaecology: `
    N76 vaginitis 阴道炎; B37.3 vaginal thrush 念珠菌; N92 heavy periods 月经过多; N94.6 dysmenorrhoea 痛经; N91 amenorrhoea 闭经; N80 endometriosis 子宫内膜异位; D25 fibroids 子宫肌瘤; N95 menopause 绝经; N73 pelvic inflammatory 盆腔炎; N72 cervicitis 宫颈炎;
    N83 ovarian cyst 卵巢囊肿; N97 infertility 不孕; N64.4 mastalgia 乳房疼痛; N61 mastitis 乳腺炎; N60 fibrocystic 乳腺增生; Z30 contraception 避孕; O21 morning sickness 妊娠剧吐; O20 threatened abortion 先兆流产; N84 polyp 息肉; N87 dysplasia of cervix 宫颈;
    N81 prolapse 脱垂; N93 abnormal uterine bleeding 异常子宫出血; A59 trichomoniasis 滴虫; N94.3 premenstrual 经前; N39.3 stress incontinence 压力性尿失禁; Z34 antenatal 产前; E28.2 PCOS 多囊卵巢综合征`,
  urology: `
    N30 cystitis 膀胱炎; N39.0 UTI 尿路感染; N40 prostatic hyperplasia 前列腺增生; N41 prostatitis 前列腺炎; N20 kidney stone 肾结石; N23 renal colic 肾绞痛; N10 pyelonephritis 肾盂肾炎; N34 urethritis 尿道炎; R31 haematuria 血尿; N48.4 erectile dysfunction 勃起功能障碍;
    F52.4 premature ejaculation 早泄; N45 epididymitis 附睾炎; N43 hydrocele 鞘膜积液; I86.1 varicocele 精索静脉曲张; N47 phimosis 包茎; N48.1 balanitis 龟头; N46 male infertility 男性不育; N32.8 overactive bladder 膀胱过度活动; N18 chronic kidney disease 慢性肾; R33 urinary retention 尿潴留;
    R32 urinary incontinence 尿失禁; N28.1 cyst of kidney 肾囊肿; A54 gonorrhoea 淋病; R35 polyuria 多尿; R30.0 dysuria 排尿; A56 chlamydia 衣原体`,
  orthopaedics: `
    M54.5 low back pain 下背痛; M17 knee osteoarthritis 膝; M16 hip osteoarthritis 髋; M47 spondylosis 脊椎病; M51 lumbar disc herniation 腰椎间盘; M50 cervical disc 颈椎间盘; M75.0 frozen shoulder 肩周炎; M77.1 tennis elbow 网球肘; M72.2 plantar fasciitis 足底筋膜炎; G56.0 carpal tunnel 腕管;
    M06 rheumatoid arthritis 类风湿; M10 gouty arthritis 痛风; M81 osteoporosis 骨质疏松; M65 tenosynovitis 腱鞘炎; S93.4 ankle sprain 踝关节扭伤; M79.1 myalgia 肌痛; M79.7 fibromyalgia 纤维肌痛; M54.2 neck pain 颈痛; M54.3 sciatica 坐骨神经痛; M41 scoliosis 脊柱侧; M45 ankylosing spondylitis 强直性脊柱炎;
    M20.1 hallux valgus 外翻; M70 bursitis 滑囊炎; M25.5 joint pain 关节痛; M48.0 spinal stenosis 椎管狭窄; S83 sprain of knee 膝其他; M67.4 ganglion 腱鞘囊肿`,
  ophthalmology: `
    H10 conjunctivitis 结膜炎; H04.1 dry eye 干眼; H52.1 myopia 近视; H52.0 hypermetropia 远视; H52.2 astigmatism 散光; H52.4 presbyopia 老花; H40 glaucoma 青光眼; H25 cataract 白内障; H00.0 stye 麦粒肿; H00.1 chalazion 霰粒肿; H01.0 blepharitis 睑缘炎; H16 keratitis 角膜炎; H11.0 pterygium 翼状胬肉;
    H35.3 macular degeneration 黄斑变性; H36.0 diabetic retinopathy 糖尿病视网膜病变; H43.3 floaters 飞蚊; H33 retinal detachment 视网膜脱离; H50 strabismus 斜视; H53.0 amblyopia 弱视; H20 iridocyclitis 虹膜; H11.3 subconjunctival haemorrhage 结膜下出血; H04.3 dacryocystitis 泪囊炎; H02.4 ptosis 上睑下垂; H57.1 eye pain 眼痛;
    H46 optic neuritis 视神经炎; H15 scleritis 巩膜炎`,
  neurology: `
    G43 migraine 偏头痛; G44.2 tension headache 紧张; G40 epilepsy 癫痫; G20 Parkinson 帕金森; G30 Alzheimer 阿尔茨海默; I63 stroke 脑梗死; G45 transient ischaemic attack 短暂性脑缺血; G51.0 Bell palsy 面神经; G50.0 trigeminal neuralgia 三叉神经痛; G47.0 insomnia 失眠; R42 vertigo 眩晕; G56.0 carpal tunnel syndrome 腕管综合征;
    G25.0 essential tremor 特发性震颤; G25.8 restless legs 不宁腿; G35 multiple sclerosis 多发性硬化; G70.0 myasthenia gravis 重症肌无力; G62 polyneuropathy 多发性神经病; B02.2 postherpetic neuralgia 带状疱疹; G44.0 cluster headache 丛集性; M54.1 radiculopathy 神经根; G63.2 diabetic neuropathy 糖尿病周围神经病变; F01 vascular dementia 血管性痴呆;
    I69 sequelae of stroke 后遗症; G24 dystonia 肌张力; G54 thoracic outlet 神经根; G57 meralgia paraesthetica 股外侧; R41.3 memory loss 记忆`,
};
