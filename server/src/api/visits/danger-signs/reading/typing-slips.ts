/** Chinese words with the wrong characters that an input method or a hurry leaves behind: the right one, then the wrong ones. */
const slips = `
胸口 凶口 匈口 汹口 胸扣, 胸痛 凶痛 雄痛 胸通, 胸闷 凶闷 胸门, 冷汗 冷汉 冷寒, 发紫 发子了, 厉害 历害 利害 力害, 喘不上气 喘不上器 喘不上汽 喘不上起, 呼吸 呼息 乎吸 忽吸 呼西, 困难 困南 困男,
抽搐 抽畜 抽触 抽蓄 抽处, 晕倒 运倒 晕到了 晕道, 昏迷 昏米 婚迷, 胎动 胎洞 台动 胎懂, 出血 出雪 出学, 流血 留血 流学, 吐血 吐雪 土血, 便血 便雪, 头痛 头通 头同, 头疼 投疼, 腹痛 腹通 复痛, 清楚 轻楚 青楚 情楚 清除楚,
嘴歪 嘴外了 咀歪 嘴崴, 发麻 发嘛 发蔴, 力气 立气 力器, 误食 误时 误实 物食, 误服 误付, 农药 浓药 农要, 老鼠药 老鼠要 老树药 老鼠约, 百草枯 百草哭 白草枯 百草沽, 自杀 自沙 紫砂了 自莎, 割腕 割碗 隔腕, 跳楼 跳喽 跳搂,
安眠药 安棉药 安眠要 安面药, 怀孕 怀运 怀云, 宫缩 公缩 宫锁, 羊水 阳水破 洋水破, 脐带 奇带 齐带, 发烧 发稍 法烧, 高烧 高稍, 惊厥 惊绝 惊撅, 过敏 过民 过闽, 喉咙 侯咙 喉龙 猴咙, 窒息 室息 窒吸 致息, 心慌 心荒 心谎,
心绞痛 心脚痛 心搅痛 心角痛, 心梗 心埂 心更 心哽, 脑梗 脑埂 脑更, 中风 种风 中疯, 瘫痪 摊痪 瘫换, 麻木 马木 麻目, 睾丸 搞丸 高丸 睪丸 皋丸 羔丸, 视力 视立 势力下降, 触电 处电 触店, 烫伤 汤伤 烫上, 骨折 骨拆 骨哲, 电池 电迟,
意识 意时 易识, 休克 修克, 剧痛 巨通 剧通, 不省人事 不醒人事, 中毒 种毒 中独, 煤气 媒气 梅气 霉气, 化疗 化料, 脖子 勃子 波子 脖了, 僵硬 姜硬 疆硬 江硬, 胳膊 胳博 胳脖 格膊, 恶心 恶新 饿心, 呕吐 偶吐 呕土, 血压 血亚 雪压,
血糖 血唐 雪糖, 胰岛素 姨岛素 胰岛数, 蛇咬 蛇要, 狗咬 狗要, 没知觉 没之觉, 尿不出 鸟不出 尿不初, 大小便失禁 大小便失尽, 喘不过气 喘不过器 喘不过汽, 睁不开 争不开, 叫不醒 叫不性 叫不行人, 突然 突燃 图然 突染, 剧烈 巨烈 剧裂, 嘴唇 嘴纯 嘴春 咀唇`;

const rightBySlip = new Map(
  slips.split(',').flatMap((entry) => {
    const [right = '', ...wrong] = entry.trim().split(/\s+/);
    // 了 or another word around a slip only tells it from an innocent word, and stays.
    return wrong.map((slip): [string, string] => [
      slip,
      right + (slip.endsWith('了') && !right.endsWith('了') ? '了' : ''),
    ]);
  }),
);
const anySlip = new RegExp([...rightBySlip.keys()].toSorted((one, other) => other.length - one.length).join('|'), 'g');

/** Corrects Chinese words that are written with characters of the same sound or shape. */
export function charactersRight(text: string): string {
  return text.replace(anySlip, (slip) => rightBySlip.get(slip) ?? slip);
}
