/** Words in pinyin as typed without an input method, with initials from four letters on. Generated with pinyin-pro from words of the concepts. */
const written = `
anmianyao 安眠药, baba 爸爸, baicaoku 百草枯, baixuezheng 败血症, baiyoubian 柏油便, baiyouyangbian 柏油样便, banbian 半边, banshen 半身,
baobao 宝宝, beigouyao 被狗咬, beisheyao 被蛇咬, bieqi 憋气, bingfei 并非, bingwu 并无, bixue 鼻血, boyoubian 柏油便, boyouyangbian 柏油样便,
bozi 脖子, bozijiangying 脖子僵硬, boziying 脖子硬, buchinai 不吃奶, bunengdong 不能动, bunenghuxi 不能呼吸, bunengshuo 不能说, buqing 不清,
buqingchu 不清楚, buqueding 不确定, burusi 不如死, bushi 不是, butuise 不褪色, buwen 不稳, buxianghuo 不想活, buxianghuole 不想活了,
buxingrenshi 不省人事, buzhidao 不知道, bxhl 不想活了, cangbai 苍白, chanhou 产后, chehuo 车祸, chile 吃了, chouchu 抽搐, choufeng 抽风,
chuanbuguolai 喘不过来, chuanbuguoqi 喘不过气, chuanbuguoqilai 喘不过气来, chuanbushanglai 喘不上来, chuanbushangqi 喘不上气,
chuanbushangqilai 喘不上气来, chudian 触电, chuhan 出汗, chulenghan 出冷汗, chuxue 出血, chuxuebuzhi 出血不止, conglaimeiyou 从来没有,
congwei 从未, dabian 大便, dabianfahei 大便发黑, dabianhei 大便黑, dachuxue 大出血, dagun 打滚, dahan 大汗, daliangchuxue 大量出血,
damianji 大面积, damianjishaoshang 大面积烧伤, damianjitangshang 大面积烫伤, dance 单侧, dandan 蛋蛋, dandanteng 蛋蛋疼, danxin 担心,
daoshang 刀伤, dashetou 大舌头, daxiaobian 大小便, daxiaobianshijin 大小便失禁, dianchi 电池, dianxianfazuo 癫痫发作, didiwei 敌敌畏,
dixuetang 低血糖, dongbuliao 动不了, dushe 毒蛇, duzi 肚子, duziteng 肚子疼, duzitong 肚子痛, dxbsj 大小便失禁, erke 儿科, erzi 儿子, exin 恶心,
fajiang 发僵, fajin 发紧, fama 发麻, fanbaiyan 翻白眼, faqing 发青, fare 发热, fashao 发烧, faying 发硬, fazi 发紫, feichang 非常,
fouren 否认, futong 腹痛, fuxie 腹泻, fuyaoguoliang 服药过量, gangcai 刚才, gangzhou 肛周, ganmao 感冒, gaochu 高处, gaore 高热,
gaoshao 高烧, gaowan 睾丸, gaowantong 睾丸痛, gaoxueya 高血压, gebo 胳膊, gewan 割腕, gmxxk 过敏性休克, gongsuo 宫缩, gongwaiyun 宫外孕,
gouyao 狗咬, guoliang 过量, guomin 过敏, guominxingxiuke 过敏性休克, guzhe 骨折, haixian 海鲜, haizi 孩子, hanbuxing 喊不醒, hanhu 含糊,
heibian 黑便, heise 黑色, hele 喝了, helenongyao 喝了农药, henongyao 喝农药, houbei 后背, houlong 喉咙, houlongzhong 喉咙肿,
houlongzhongzhang 喉咙肿胀, houtou 喉头, houtoushuizhong 喉头水肿, huaiyun 怀孕, hualiao 化疗, huanting 幻听, huasheng 花生,
huaxueshaoshang 化学烧伤, huibuhui 会不会, huiyin 会阴, hundao 昏倒, hunjue 昏厥, hunmi 昏迷, huobuxiaqu 活不下去, huobuxiaqule 活不下去了,
huozhemeiyisi 活着没意思, huozhemeiyiyi 活着没意义, huozhemeiyouyisi 活着没有意思, huran 忽然, huxi 呼吸, huxijicu 呼吸急促, huxikunnan 呼吸困难,
hxkn 呼吸困难, jiabao 家暴, jiali 家里, jianghua 讲话, jiangying 僵硬, jianhong 见红, jiaobuxing 叫不醒, jiaotong 绞痛, jieceling 洁厕灵,
jieshushengming 结束生命, jingbu 颈部, jingjue 惊厥, jingshencha 精神差, jintian 今天, jiujingzhongdu 酒精中毒, julie 剧烈,
juliefutong 剧烈腹痛, julietoutong 剧烈头痛, junai 拒奶, jutong 剧痛, kaishui 开水, kaiyao 开药, kanbujian 看不见, kanbuqing 看不清,
kanshang 砍伤, kaxie 咯血, kaxue 咯血, kazhuhoulong 卡住喉咙, kesou 咳嗽, kouchi 口齿, kouchibuqing 口齿不清, koujiaowaixie 口角歪斜,
koutubaimo 口吐白沫, kouyanwaixie 口眼歪斜, kunnan 困难, laogong 老公, laopo 老婆, laoren 老人, laoshuyao 老鼠药, lenghan 冷汗,
lianggeyue 两个月, liangtian 两天, lianse 脸色, lianwai 脸歪, liaojieziji 了结自己, lihai 厉害, liubixue 流鼻血, liuchan 流产, liuxue 流血,
liuxuebuzhi 流血不止, mama 妈妈, mamu 麻木, manyue 满月, meijingshen 没精神, meiliqi 没力气, meimei 妹妹, meiqi 煤气, meiqizhongdu 煤气中毒,
meiyou 没有, meiyouguo 没有过, meiyouniao 没有尿, meiyoutaidong 没有胎动, miantan 面瘫, mifeng 蜜蜂, mingxian 明显, mqzd 煤气中毒, nainai 奶奶,
naochuxue 脑出血, naocuzhong 脑卒中, naogeng 脑梗, naogengsi 脑梗死, naomoyan 脑膜炎, naoyixue 脑溢血, naozuzhong 脑卒中, niantou 念头,
niaobuchulai 尿不出来, nongyao 农药, nongyaozhongdu 农药中毒, nver 女儿, outu 呕吐, ouxue 呕血, paibuchuniao 排不出尿, peiyao 配药,
penxue 喷血, piantan 偏瘫, pifuke 皮肤科, piliyangtoutong 霹雳样头痛, poshui 破水, qiangjian 强奸, qiangzhi 强直, qianmazhen 荨麻疹,
qianxiong 前胸, qicu 气促, qiduan 气短, qiguanyiwu 气管异物, qingmeisu 青霉素, qingsheng 轻生, qipao 起泡, qizhenzi 起疹子, quanshen 全身,
qunian 去年, renhe 任何, renshen 妊娠, ruguo 如果, sangeyue 三个月, santian 三天, shangbulaiqi 上不来气, shangdiao 上吊,
shanghaiziji 伤害自己, shaoshang 烧伤, sharen 杀人, shengburusi 生不如死, shengwan 生完, shenme 什么, shenzhibuqing 神志不清, shetou 舌头,
shetouzhong 舌头肿, sheyao 蛇咬, shifou 是否, shijin 失禁, shili 视力, shilixiajiang 视力下降, shiming 失明, shiquyishi 失去意识,
shishui 嗜睡, shiwuzhongdu 食物中毒, shoubuliao 受不了, shoujiao 手脚, shoushang 受伤, shuaidao 摔倒, shuaidaotou 摔到头, shuaile 摔了,
shuangtui 双腿, shuibuzhe 睡不着, shuizhong 水肿, shuobuchuhua 说不出话, shuobuqinghua 说不清话, shuohua 说话, shuohuabuqing 说话不清,
taibuqilai 抬不起来, taidong 胎动, taidongjianshao 胎动减少, taidongshao 胎动少, tangniaobing 糖尿病, tangshang 烫伤, tanhuan 瘫痪,
tebie 特别, tengde 疼得, tengtong 疼痛, tiaolou 跳楼, tingjing 停经, tiwen 体温, tongde 痛得, toubao 头孢, toubu 头部, toubuguoqi 透不过气,
toubuwaishang 头部外伤, touteng 头疼, toutong 头痛, touyun 头晕, tundianchi 吞电池, tunle 吞了, tunledianchi 吞了电池, turan 突然,
turankanbujian 突然看不见, tuxue 吐血, waishang 外伤, wanshang 晚上, wanyi 万一, weiteng 胃疼, weitong 胃痛, wufahuxi 无法呼吸, wufule 误服了,
wuli 无力, xiangkaiyao 想开药, xiangsi 想死, xiangtu 想吐, xiangzisha 想自杀, xianzai 现在, xiaochuan 哮喘, xiaochuanfazuo 哮喘发作,
xiaoduye 消毒液, xiaofu 小腹, xiaohai 小孩, xiaoshihou 小时候, xiaoyinger 小婴儿, xiawu 下午, xingeng 心梗, xinji 心悸, xinjiaotong 心绞痛,
xinjigengse 心肌梗塞, xinjigengsi 心肌梗死, xinkou 心口, xinkoutong 心口痛, xinqianqu 心前区, xinshenger 新生儿, xintiao 心跳, xiongbu 胸部,
xionggu 胸骨, xiongkou 胸口, xiongkoutong 胸口痛, xiongmen 胸闷, xiongqian 胸前, xiongteng 胸疼, xiongtong 胸痛, xiuke 休克, xiyiye 洗衣液,
xjgs 心肌梗死, xlbz 血流不止, xueliubuzhi 血流不止, xuetang 血糖, xueyang 血氧, xuezhibuzhu 血止不住, yangshui 羊水, yangshuipole 羊水破了,
yanjing 眼睛, yanqianfahei 眼前发黑, yanzhong 严重, yanzhongguomin 严重过敏, yanzhongshaoshang 严重烧伤, yanzhongtangshang 严重烫伤,
yanzhongwaishang 严重外伤, yaoteng 腰疼, yaotong 腰痛, yaowuzhongdu 药物中毒, yapogan 压迫感, yazha 压榨, yazhagan 压榨感,
yazhibutuise 压之不褪色, yedao 噎到, yedaole 噎到了, yeye 爷爷, yezhu 噎住, yezhule 噎住了, yezhuleyuan 也住了院, yice 一侧, yidaba 一大把,
yidaosu 胰岛素, yigeyue 一个月, yinger 婴儿, yiping 一瓶, yiqian 以前, yishibuqing 意识不清, yishu 遗书, yitian 一天,
yiyanghuatanzhongdu 一氧化碳中毒, yizhengping 一整瓶, yizhi 一直, youbian 右边, youdian 有点, youmeiyou 有没有, youshou 右手, youtui 右腿,
youxiafu 右下腹, yuejing 月经, yuelaiyue 越来越, yufang 预防, yundao 晕倒, yunfu 孕妇, yunguoqu 晕过去, yunqi 孕期, yunwanqi 孕晚期,
yunzaoqi 孕早期, zaoshang 早上, zenme 怎么, zhalie 炸裂, zhanbuqilai 站不起来, zheme 这么, zhengzhuangxiangsi 症状相似, zhibuzhuxue 止不住血,
zhixi 窒息, zhixiqinshu 直系亲属, zhongfeng 中风, zhongzhang 肿胀, zhuangdaotou 撞到头, zhuangtou 撞头, zhuilou 坠楼, zhuiluo 坠落,
ziban 紫斑, zican 自残, ziji 自己, zisha 自杀, zishang 自伤, zishaniantou 自杀念头, zoulu 走路, zuichun 嘴唇, zuichunfaqing 嘴唇发青,
zuichunfazi 嘴唇发紫, zuijiaowai 嘴角歪, zuilihai 最厉害, zuiwai 嘴歪, zuobi 左臂, zuobian 左边, zuojian 左肩, zuoshou 左手, zuotian 昨天,
zuotui 左腿
`;
/** Single syllables count only beside such a word, because most of them are also English words. */
const syllables = `
tong 痛, teng 疼, men 闷, wai 歪, tu 吐, ma 麻, xue 血, mei 没, bu 不, wu 无, wo 我, ta 他, le 了, hen 很, de 的, hao 好, you 有,
zhong 肿, ban 半, tan 瘫, guo 过, yun 晕, zui 嘴, lian 脸, tou 头, liang 两, san 三, tian 天, zhou 周, ge 个, yue 月, shui 睡,
chuan 喘, hei 黑, dao 到, shou 手, tui 腿, he 喝, chi 吃, shi 是, dan 但, yi 一
`;

/** Maps the letters to the word in characters. */
export const pinyinWords = dictionary(written);
export const pinyinSyllables = dictionary(syllables);

function dictionary(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split(/,\s*/)
      .map((entry): [string, string] => {
        const [letters = '', characters = ''] = entry.split(' ');
        return [letters, characters];
      }),
  );
}
