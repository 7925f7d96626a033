# Messages in Fluent's syntax. `term-` messages and the sentences at the end are plain text, all others Markdown.

## Everywhere: lists, rates, words that facts carry

list-more = { $first }、{ $second }
lift-figure = { $lift } 倍
list-last = { $first }和{ $second }
rate-with-interval = { $rate }（{ $lower } 至 { $upper }）
term-hot = 热门
term-warm = 温性
term-cool = 冷却
term-cold = 冷门
term-deploy = 可以部署
term-deploy-with-care = 谨慎部署
term-do-not-deploy = 不要部署
term-high = 高
term-medium = 中
term-low = 低
term-none = 无
term-firmographic = 企业画像
term-behavioral = 行为
term-engagement = 互动深度
term-intent = 意向
term-number = 数值
term-category = 类别
term-flag = 是/否
term-date = 日期
term-set = 多选
term-identifier = 标识
term-text = 文本
term-certain = 确定
term-suspect = 可疑
term-industry = 行业
term-company-size = 企业规模
term-revenue = 营收
term-lead-source = 线索来源
term-deal-size = 交易规模
term-cycle-length = 销售周期时长
term-loss-reason = 丢单原因
term-number-of-touches = 互动次数
term-stakeholders = 利益相关者
term-logistic--platt- = 平滑为 S 形曲线（逻辑回归，Platt）
term-beta = 平滑为上升曲线（贝塔校准）
term-isotonic--centred = 平滑为不下降的曲线（中心化保序回归）
term-base-rate = 基础转化率
term-firmographic-fit = 企业画像匹配度
term-behavioral-signals = 行为信号
term-engagement-depth = 互动深度
term-intent-indicators = 意向指标
term-joint-scorecard = 联合评分卡
term-joint-scorecard-with-combinations = 含组合的联合评分卡
term-points-in-proportion-to-lift = 按提升倍数比例计分
term-sparse-risk-score = 稀疏评分卡

# ---

## Head of the report and executive summary

header-title = 潜在客户评分模型：{ $name }
header-verdict = 结论：{ $verdict }。
header-facts = 模型概况与数据来源：
header-version = 模型版本：
header-built = 构建日期：
header-data-basis = 数据基础：
header-data-basis-text = { $won } 笔赢单交易、{ $lost } 笔丢单交易，{ $period }；{ $refitted ->
    [true] 先预留 { $held_out } 笔检验模型，最终模型基于全部交易
   *[false] 基于其中 { $train } 笔构建，另预留 { $held_out } 笔检验模型
    }
header-period = { $from } 至 { $to }（按 { $column }）
header-no-period = { $dates ->
    [true] 没有覆盖这些交易的日期列
   *[false] 无日期
    }
header-base-rate = 基础转化率：
header-base-rate-text = { $rate }：赢单数 / 所分析的已结束交易总数，括号内为 95% 置信区间
header-base-rate-none = 没有已结束交易，无法计算
header-confidence = 模型置信度：
header-confidence-text = { $level }——{ $because }
header-recalibration = 下次重新校准时间：
header-recalibration-text = { $day }（构建后 90 天）
header-summary = 执行摘要
header-no-model = 这 { $deals } 笔已结束交易不足以支撑评分模型。在 { $train } 笔交易上测量了 { $fields } 个字段，没有一个与赢单的关联超出偶然。模型不编造分值：所有线索都没有评分。
header-no-model-advice = 请勿用此模型给线索排序。{ $left_out ->
    [true] 1.1 节说明排除了哪些字段。
   *[false] {""}
    }{ $missing ->
    [true] 1.3 节列出数据中缺少什么：请补录其中在交易结束前即可得知的字段{ $enough ->
        [true] 后重新构建。
       *[false] ，并在积累更多已结束交易后重新构建。
        }
   *[false] { $enough ->
        [true] 请记录更多字段后重新构建。
       *[false] 请在积累更多已结束交易后重新构建。
        }
    }
header-warning = **警告：** { $warning }。
header-newest = 最新的 { $deals } 笔交易中，热门占 { $hot }，温性占 { $warm }：请以此规划（4.4 节）。
header-not-deployable = **此模型不可用于线索排序**，原因见开头。报告仍列出测量结果，以便评判模型并补齐数据缺口。
header-model = 模型将 { $signals } 个信号的分值相加，得到 { $lowest } 至 { $highest } 分的评分。模型基于 { $train } 笔已结束交易构建，其中赢单 { $won } 笔、丢单 { $lost } 笔；每个分值都来自实测的赢单率差异。
header-sign = **{ $name }**{ $size ->
    [0] { $low ->
        [true] （置信度低）
       *[false] {""}
        }
   *[other] （{ $points } 分{ $low ->
        [true] ，置信度低
       *[false] {""}
        }）
    }
header-strongest = 预测赢单的最强单一指标是 { $sign }：{ $deals } 笔交易中赢单 { $won } 笔（{ $rate }）{ $compared ->
    [true] ，其余交易为 { $absent }
   *[false] {""}
    }。{ $searched ->
    [true] 在未参与选取该分组的交易上，
   *[false] {""}
    }这类交易的赢单率为基础转化率的 { $lift } 倍（{ $lower } 至 { $upper }）。
header-worst = 最不利于赢单的指标是 { $sign }：{ $deals } 笔交易中赢单 { $won } 笔（{ $rate }）。{ $searched ->
    [true] 在未参与选取该分组的交易上，
   *[false] {""}
    }这类交易的赢单率为基础转化率的 { $lift } 倍（{ $lower } 至 { $upper }）。
header-tiers = 线索分为四个层级。{ $refitted ->
    [true] 重新拟合前的模型在预留数据集上的赢单率
   *[false] 预留数据集上的赢单率
    }为：{ $rates }；括号内为 95% 置信区间。
header-tier-rate = { $tier }（{ $deals } 笔）{ $rate }
header-tier-without-deals = { $tier }没有交易，赢单率未知
header-top-two = 热门与温性合计 { $deals } 笔，占 { $all_deals } 笔交易的 { $share_of_leads }；其中赢单 { $won } 笔，占全部 { $all_won } 笔赢单的 { $share_of_wins }{ $gain ->
    [none] {""}
    [sure] ：每跟进一条线索的赢单数是随机挑选的 { $times } 倍
   *[unsure] ：每跟进一条线索的赢单数是随机挑选的 { $times } 倍；但交易太少，可能只是偶然
    }。
header-gains = 在同一批交易中，评分最高的 10% 的交易含全部赢单的 { $tenth }，前 30% 的交易含 { $thirty }，前 40% 的交易含 { $forty }，前 50% 的交易含 { $half }。
header-channels = 在 { $column } 的{ $lumped ->
    [true] 交易足够多的渠道
   *[false] 各渠道
    }中，{ $best } 的赢单率最高{ $stands_out ->
    [true] {""}
   *[false] （未必真是最高）
    }：{ $deals } 笔，{ $rate }{ $same ->
    [true] ，赢单也最多（{ $won } 笔，占全部的 { $share }）
   *[false] ；{ $largest } 的赢单最多（{ $won } 笔，占全部的 { $share }）
    }；{ $lumped ->
        [true] 见 2.1 节。
       *[false] 全部渠道见 2.1 节。
        }
header-no-tiers = 评分区分赢单与丢单的能力不足以划分层级，因此不给出层级。
appendix-title = 附录：模型本体
appendix-text = 下面的代码块就是模型。`lead-scoring score` 从本文档的 `.md` 文件或 `model.json` 读取它{ $scored ->
    [true] ，得到的评分相同
   *[false] {""}
    }。请勿手工修改：自相矛盾的模型会被拒绝。

# ---

## Section 1: data foundation

data-title = 第一部分：数据基础
data-sources = 1.1 分析的数据源
data-sources-header = | 数据源 | 记录数量 | 时间范围 | 完整率 | 使用的关键字段 |
data-source-name = { $name }（{ $part }）
data-span = { $from } 至 { $to }
data-complete = 所测单元格的 { $share }
data-no-cells = 没有测量单元格
data-other-value = { $value }（{ $rows } 行）
data-empty-cell = 空单元格
data-other-rows = 有 { $rows } 行既非赢单也非丢单，未用于构建：{ $values }{ $more ->
    [0] {""}
   *[other] ，以及另外 { $more } 个取值
    }。
data-measured = { $others ->
    [true] { $outcome }其余{" "}
   *[false] {""}
    }{ $all ->
    [true] { $columns } 列全部测量
   *[false] { $columns } 列中测量了 { $measured } 列
    }，{ $scored ->
    [0] 没有一列获得分值
   *[other] 其中 { $scored } 列获得分值
    }。以下完整率按用于构建的交易计算。
data-dimensions-header = | 维度 | 测量的列 | 获得分值 | 完整率 |
data-fields-header = | 列 | 类型 | 完整率 | 不同取值数 | 维度 | 用途 |
data-dimension-given = { $dimension }（指定）
data-use-points = 已测量，分值跨度 { $points } 分{ $combinations ->
    [0] {""}
   *[other] ，另参与 { $combinations } 个组合
    }
data-use-combinations = 已测量，在 { $combinations } 个组合中有分值
data-use-no-points = 已测量，无分值
data-use-not = 未使用：{ $because }
data-no = 否
data-quality = 1.2 数据质量说明
data-suspects = **疑似结果出来之后才记录的字段。** 使用这些字段的模型看起来很准，却无法用于新线索，因此除非指定保留，否则一律排除。若确知某字段在结果之前已经记录，请加上旁边的选项重新构建。
data-suspects-header = | 列 | 嫌疑 | 单独排序能力（AUC） | 证据 | 使用 | 恢复使用的选项 |
data-kept = 是，因为指定保留
data-dates-not-kept = 日期即使保留也不评分
data-no-suspects = 没有字段显示出在结果之后才记录的迹象。
data-no-faults = 未发现问题：没有重复行、无法读取的单元格或可疑数值。
data-more-notes = 另有 { $notes } 条说明：见 `audit.json`。
data-limitations = 1.3 已知局限性
data-periods = 历史赢单率，由旧到新{ $newest_first ->
    [true] （文件以最新的交易开头）
   *[false] {""}
    }：
data-periods-header = | 起 | 止 | 交易数 | 赢单数 | 赢单率 |
data-absent = 评分通常需要、但此处没有列名与之对应的字段：
data-absent-header = | 缺失字段 | 缺失的影响 |

# ---

## Section 2: patterns

patterns-title = 第二部分：赢单/丢单模式分析
patterns-intro = 以用于构建的 { $deals } 笔交易测得{ $known ->
    [true] ，基础转化率为 { $base }
   *[false] {""}
    }。提升倍数 = 赢单率 ÷ 基础转化率；区间均为 95% 区间。q 值已按比较次数校正（Benjamini-Hochberg）。
patterns-top-title = 2.1 顶级预测属性（按提升倍数排序）
patterns-top-intro = 最多 15 行：每个字段先取最强的一行，再取其余。按效应大小乘以可靠程度排序（稳健提升倍数的对数几率，交易较少时向 0 收缩，再乘以 1 - q），置信度为“低”者排在最后。交易完全相同的行合为一行。
patterns-top-lift = **提升倍数**在选定区间与分组的同一批交易上测得，略偏乐观。
patterns-top-honest = **稳健提升倍数**：每笔交易按其余各折交易选出的区间与分组计数，因此该交易未参与选择；所附区间为真实提升倍数的区间。两者不一致时，以此为准。“未能重现”：去掉部分交易后，不再选出该行。
patterns-top-p = **p** 比较具备与不具备该属性的交易，**q** 是按行数校正后的 p。两者均未计入搜索过程的影响；整个字段的检验（见 2.2 节与第三部分）不涉及搜索。
patterns-exactness = **（数字精确度）**指写出一个数字所需的位数：50,000 有 1 位有效数字，48,750 有 4 位。
patterns-top-confidence = **置信度**为“低”的情形：稳健提升倍数的区间包含 1，该行未能重现，或整个字段单独不具预测力（此时注明其 q，大于 0.05；与其他字段并列时仍可能得分）；q 不大于 0.01 且至少 50 笔交易时为“高”；其余为“中”。
patterns-top-header = | 排名 | 属性 | 具备该属性时的赢单率 | 不具备该属性时的赢单率 | 提升倍数 | 稳健提升倍数 | 样本量 | 置信度 |
patterns-no-other-deals = 无其他交易
patterns-lift-interval = { $lift }（{ $lower } 至 { $upper }）
patterns-not-found-again = 未能重现
patterns-deals = { $deals } 笔交易
patterns-confidence = { $level }{ $tested ->
    [true] （p { $p }，q { $q }{ $by_field ->
        [true] ；整个字段的 q { $field_q }
       *[false] {""}
        }）
   *[false] {""}
    }
patterns-more-attributes = 另有 { $more ->
    [1] 1 个属性
   *[other] { $more } 个属性来自{ $fields ->
        [true] 上述或其他字段
       *[false] 上述字段
        }
    }，见 `report.json`；所有给分的行见第三部分。
patterns-name-same = { $name }（相同的交易：{ $others }）
patterns-none-predicts = 没有属性能预测赢单：在测量的 { $measured } 个字段中，赢单与丢单的差异均未超出偶然范围（q ≤ 0.05）。
patterns-channels = **最佳渠道（按 { $column }）。** { $lumped ->
    [true] 交易足够多的取值单独列出，较少见的合并列出，
   *[false] 每个取值单独列出，
    }与模型的分组无关；{ $unseen ->
    [true] 评分由未见过该交易的评分卡给出。
   *[false] 评分由本评分卡给出，这些交易参与了构建。
    }
patterns-channels-header = | 渠道 | 交易数 | 交易占比 | 赢单数 | 赢单率（95%） | 赢单占比 | 平均评分 | 热门或温性 |
patterns-not-recorded = 未记录
patterns-channels-others = 其余 { $levels } 个较少见的取值
patterns-channels-best = 在{ $others ->
    [true] 交易足够多的渠道
   *[false] 各渠道
    }中，{ $best } 的赢单率最高{ $stands_out ->
    [true] {""}
   *[false] （其区间与其他渠道重叠，未必真是最高）
    }{ $same ->
    [true] ，赢单数也最多
   *[false] ，{ $largest } 的赢单数最多
    }{ $has_worst ->
    [true] ；其中占交易 5% 以上的，以 { $worst } 的赢单率最低
   *[false] {""}
    }。
patterns-flat-title = 2.2 与赢单无相关性的属性
patterns-flat-intro = 这些字段与结果的相关性未超出偶然范围。每个字段给出一项简单比较，选择时未参考结果；提升倍数附 95% 区间：
patterns-flat-header = | 属性 | 具备该属性时的赢单率 | 不具备该属性时的赢单率 | 提升倍数 | 说明 |
patterns-rate-of = { $rate }（共 { $deals } 笔）
patterns-not-comparable = 无法比较
patterns-flat-note = { $note }整个字段：p { $p }{ $corrected ->
    [true] ，q { $q }
   *[false] {""}
    }{ $alone ->
    [true] ；按 { $measured } 次比较校正后不再显著
   *[false] {""}
    }
patterns-more-flat = 另有 { $more } 个无效应的字段未予列出。
patterns-none-flat = 无：所有测量的字段都与结果相关。
patterns-none-measured = 没有可测量的字段。
patterns-unsure-alone = { $fields } 单独看预测力不确定（q 高于 0.05），但与其他字段一起看仍有信息，因此有分值。
patterns-left-out = 这些字段单独看有预测力，但没有自己的分值：
patterns-left-out-header = | 属性 | q | 无分值的原因 |
patterns-interactions-title = 2.3 交互效应
patterns-interactions-intro = 赢单率高于或低于两个单独属性所能解释水平的组合。单独属性的赢单率按 2.1 节的方法计算；预期赢单率为两个字段的效应一并拟合后按对数几率相加，基于两者均已知的交易。q 表示两个字段的全部组合偏离该预期的可信程度。交易几乎相同的组合只列一次。
patterns-interactions-untested = q 为 – 表示未单独比较两个字段：该组合是与评分卡的其他信号并列时发现的。
patterns-interactions-points = { $pairs ->
    [true] 值得计分的组合有自己的分值，并列在最前；其预期为先于它们找到的信号相加所得，与第三部分相同{ $further ->
        [true] （其中列有全部 { $scored } 行分值）
       *[false] {""}
        }。
   *[false] 这些组合没有自己的分值：策略如何选定见 3.0 节。
    }
patterns-interactions-header = | 属性组合 | 赢单率 | 单独属性的赢单率 | 交互提升倍数 | 两字段的 q | 说明 |
patterns-two-rates = A：{ $a }，B：{ $b }
patterns-rate-won-of = { $rate }（{ $deals } 笔中赢 { $won } 笔）
patterns-lift-expected = { $lift }（预期 { $expected }）
patterns-interaction-note = { $deals } 笔交易中，赢单比预期{ $more ->
    [true] 多
   *[false] 少
    } { $wins } 笔。{ $scored ->
    [true] 自有分值 { $points }（见第三部分）
   *[false] 无自有分值
    }
patterns-too-few-fields = 组合需要两个已测量的字段；此处{ $measured ->
    [one] 只有一个
   *[other] 一个也没有
    }。
patterns-no-interaction = { $pairs ->
    [0] 没有检验任何字段组合：没有两个单独具有预测力且可以一起检验的字段。
   *[other] 检验了 { $pairs } 对字段：按此数目校正后，任何组合的赢单率都没有超出两个单独属性所能解释的水平。
    }
patterns-losses-title = 2.4 丢单原因分析
patterns-losses-intro = 依据 { $column }，涵盖用于构建的 { $lost } 笔丢单交易。{ $without ->
    [0] {""}
   *[other] 其中 { $without } 笔没有原因。
    }{ $unseen ->
    [true] 评分由未见过该交易的评分卡给出。
   *[false] 评分由本评分卡给出，这些交易参与了构建。
    }“模式”指这些交易区别于其他丢单交易之处：某一维度的得分，其差异超出偶然（Welch 检验，p ≤ 0.0125），或某一取值（已计入比较过的全部取值）。若均不可靠，则列出差异最大的取值，该差异可能出于偶然。
patterns-losses-header = | 丢单原因 | 占比 | 丢单时的平均评分 | 模式 |
patterns-share-of-losses = { $share }的丢单（{ $deals } 笔）
patterns-points = { $points } 分
patterns-not-known = 未知
patterns-losses-dimension = { $dimension }得分{ $more ->
    [true] 高于
   *[false] 低于
    }其他丢单交易（{ $mean } 对 { $others }）
patterns-losses-value = { $beside ->
    [true] ；
   *[false] {""}
    }{ $sure ->
    [true] { $name }：{ $of } 笔中 { $deals } 笔，其他丢单交易 { $of_others } 笔中 { $other_deals } 笔
   *[false] 无可靠模式；差异最大的是 { $name }：{ $of } 笔中 { $deals } 笔，其他丢单交易 { $of_others } 笔中 { $other_deals } 笔
    }
patterns-losses-no-pattern = 无明显模式
patterns-losses-all = 全部丢单
patterns-losses-more = 另有 { $more } 个较少见的原因未予列出。
patterns-losses-empty = 没有丢单交易填写原因。每次丢单时请从简短列表中选择一个原因。
patterns-losses-no-column = 交易数据中没有丢单原因列。每次丢单时，请从简短列表（价格、未决策、竞争对手、时机、不匹配）中记录一个原因；届时本节将显示各原因的占比、这些交易丢单时的评分及其特征。

# ---

## Section 3: model

model-title = 第三部分：评分模型
model-range-title = 3.0 评分范围与结构
model-no-signals = 模型没有信号，因此不给分：赢单与丢单之间没有足够大且足够确定、值得给分的差异。没有线索获得评分。
model-none-possible = **总可得分：** 0
model-none-positive = **最高正向得分：** 0 分
model-none-negative = **最高负向扣分：** 0 分
model-none-range = **有效范围：** 无，因为没有线索获得评分
model-possible = **总可得分：** 在起始值之上，{ $most }（正向信号）至 { $least }（扣除负向信号后）
model-start = **起始值：** { $start } 分，等于全部扣分之和（每个信号同时取最低行），因此评分不会低于 { $lowest }
model-positive = **最高正向得分：** { $points } 分
model-negative = **最高负向扣分：** { $points } 分
model-range = **有效范围：** { $lowest } 至 { $highest }，任何线索都不会超出此范围{ $seen ->
    [true] ；用于构建的交易得分为 { $least } 至 { $most }{ $unseen ->
        [true] ，均由未见过该交易的评分卡给出
       *[false] {""}
        }
   *[false] {""}
    }
model-adding-up = **评分如何相加。** 从 { $start } 分开始，加上下列每个信号中一行的分值：{ $start } + 企业画像匹配度 + 行为信号 + 互动深度 + 意向指标。构建时从未出现过的取值为 0 分；未知的取值也为 0 分，除非对应行另有说明。
model-where-from = **分值从何而来。** 分值 = 比例系数 × 权重 × 对数几率，再取整。本模型的比例系数为每单位对数几率 { $scale } 分。一行的对数几率是其提升倍数在对数几率尺度上的值，交易较少时向 0 收缩。权重表示在其他信号存在时，该信号的提升有多少计入：部分效应由其他信号承载或交易较少时小于 1，部分效应被其他信号掩盖时大于 1。
model-where-from-pairs = 两个字段的组合，其分值在字段自身分值之外另加：其提升倍数为实际赢单数与此前信号给出的预期赢单数之比，对数几率由此起算。
model-rounding = 各表中的分值由“取整前”的数值向上或向下取整得出，偏差不超过 0.75：不一定取最近的整数，而取使整张评分卡与交易最吻合的整数。
model-by-hand = **如何手工核对分值。** 对于赢单 w 笔、丢单 l 笔的一行，对数几率 = ln((w + m p) / (l + m (1 - p))) - ln(p / (1 - p))。单个字段的行，p 为用于构建的交易的基础转化率，{ $won } / { $deals } = { $base }，m = { $prior } 笔，即设想每行在自身交易之外还有这么多笔。{ $pairs ->
    [true] 组合的行，p 为预期赢单数除以交易数，m = 2.5 / (p (1 - p))；预期赢单数由此前的信号相加得出，视为给定。
   *[false] {""}
    }交易极少的行，对数几率为 0；缺失值{ $pairs ->
        [true] 或组合
       *[false] {""}
        }的行，若差异可能出于偶然，也为 0。
model-example = { $what }：w = { $w }，l = { $l }，p = { $combination ->
    [true] { $expected } / { $deals } ={" "}
   *[false] {""}
    }{ $rate }。ln(({ $w } + { $prior } × { $rate }) / ({ $l } + { $prior } × { $rest })) - ln({ $rate } / { $rest }) = { $odds }；{ $scale } × { $weight } × { $odds } = { $exact }，取整为 { $points }。
model-strategy-set = **策略如何选定。** 并非依据表现选定：策略“{ $strategy }”由用户指定。
model-strategy-single = **策略如何选定。** 未作比较：只有一种策略。
model-strategy-chosen = **策略如何选定。** 默认采用表中第一种，除非另一种的 AUC 高出成对差异的一个标准误以上（p 低于 0.32）；若有多种，取 AUC 最高者。{ $overtook ->
    [true] 此处“{ $strategy }”更优。
   *[false] 按此规则，第一种保留。
    }
model-strategy-folds = { $every_fold ->
    [true] 每一折交易均由未用该折构建的模型评分，共 { $deals } 笔交易。
   *[false] 交易足够多，一折即可：{ $deals } 笔交易，由未用其构建的模型评分。
    }第六部分的预留数据集未参与其中。{ $every_fold ->
    [true] 各折的模型共用交易，因此 AUC 不给区间；
   *[false] {""}
    }p 值把这些模型视为给定。
model-strategy-header = | 策略 | 说明 | 构建用交易上的 AUC（评分时未见过） | 差异的 p 值 | 平均项数 | 选用 |
model-strategy-same = 未找到组合：与第一种的评分卡相同
model-not-defined = 未定义
model-yes-no = { $yes ->
    [true] 是
   *[false] 否
    }
model-dimension-title = 3.{ $number } 维度{ $number }：{ $dimension }（{ $scored ->
    [true] { $lowest } 分起，最高 { $highest } 分
   *[false] 无分值
    }）
model-dimension-measures = { $measures }基于 { $deals } 笔已结束交易分析得出。
model-signals-header = | 信号 | 分值 | 判定标准 | 数据源 | 交易数（赢单/丢单） | 提升依据 | 对数几率 | 权重 | 取整前 |
model-not-counted = 此处不计
model-no-deals = 无交易
model-lift = { $lift }
model-exactness = 数字精确度指写出一个数字所需的有效位数：50,000 有 1 位有效数字，48,750 有 4 位。整数往往是估计值。请核实精确数字的录入时间：若随报价录入，则获知较晚，该字段不应纳入模型。
model-pair = **组合：{ $name }**（权重 { $weight }；读取 { $fields }）
model-pair-header = | 组合 | 分值 | 交易数 | 赢单数 | 预期赢单数 | 相对预期的提升倍数 | 对数几率 | 取整前 |
model-pair-on-top = 这些分值在字段自身分值之外另加。
model-guessed = { $fields } 的维度由名称推测；若不正确，可在配置的 `[columns."X"]` 下用 `dimension` 指定。
model-dimension-max = **{ $dimension }最高分：** { $highest } 分{ $bound ->
    [true] ，已达单一维度可给的上限
   *[false] {""}
    }
model-mean-won = **赢单交易的平均得分：** { $known ->
    [true] { $mean } 分
   *[false] 未定义
    }{ $unseen ->
    [true] （预留数据集的 { $deals } 笔赢单）
   *[false] （用于构建的 { $deals } 笔赢单，偏乐观）
    }
model-mean-lost = **丢单交易的平均得分：** { $known ->
    [true] { $mean } 分
   *[false] 未定义
    }{ $unseen ->
    [true] （预留数据集的 { $deals } 笔丢单）
   *[false] （用于构建的 { $deals } 笔丢单，偏乐观）
    }
model-dimension-unused = 该维度没有信号获得分值：{ $signals ->
    [true] 属于此处的字段，没有一个能在其他字段之外充分说明赢单
   *[false] 属于此处的字段，赢单与丢单的差异均未超出偶然范围
    }。不以编造的内容代替。
model-dimension-empty = 交易数据中没有属于此处且可测量的字段，因此该维度不给分。
model-unused = 该维度中没有分值的字段：
model-unused-field = { $field }：{ $because }
model-more-unused = 另有 { $more } 个字段
model-record = { $measured ->
    [true] 还值得记录：{ $record }。
   *[false] 如需充实该维度，请记录：{ $record }。
    }
model-deductions-title = 3.5 负向评分（扣分汇总）
model-deductions-most = 扣分最多的行；另有 { $more } 行{ $least ->
    [1] 各扣 1 分
   *[other] 扣 { $least } 分或更少
    }。均已包含在上述表格中。
model-deductions-all = 全部扣分的行，均已包含在上述表格中。
model-deductions-header = | 信号 | 扣分 | 所属维度 | 理由 |
model-deduction = { $deals } 笔交易中赢 { $won } 笔{ $lifted ->
    [true] ，为{ $combination ->
        [true] 预期赢单数 { $expected }{" "}
       *[false] 基础转化率
        }的 { $lift }
   *[false] {""}
    }{ $lost_again ->
    [true] ；谨慎使用：在其余各折交易中未能重现
   *[false] {""}
    }
model-deductions-total = 最高总扣分
model-deductions-everywhere = 全部
model-deductions-worst = 每个信号同时取最差的一行
model-deductions-no-signals = 模型不扣分：它没有信号。
model-deductions-none = 没有扣分的行。
model-stability = **分值的稳定性。** 交易较少时，同类的另一段历史会得出不同的分值。对交易有放回地重新抽取 { $times } 次，每次重新计算相同各行的分值。{ $rows } 行有分值，其中 { $stable } 行稳定：在至少 { $certain }的抽取中正负号不变，且检验时在其余各折交易中能够重现。不稳定的行列于表中，未能重现的在前，其次按正负号不变的比例由低到高；每一行的范围见 `report.json`。行与字段的搜索未重复进行，因此真实范围只会更宽。
model-all-found-again = 表中各行在其余各折交易中{ $yes ->
    [true] 均可重现
   *[false] 均未能重现
    }。
model-stability-header = | 行 | 分值 | 90% 范围 | 正负号不变 |
model-found-again-header = {" "}可重现 |
model-points-range = { $low } 至 { $high }
model-rules = **人工规则：由人设定，并非由数据得出。** 在分值之后应用，不参与验证。
model-rules-header = | 规则 | 列 | 适用条件（取值） | 效果 |
model-rule-points = { $points } 分
model-rule-disqualified = 取消资格：无论评分多少均为冷门
model-no-rules = 没有人工规则{ $signals ->
    [true] ：每个分值都由数据得出
   *[false] {""}
    }。

# ---

## Section 4: tiers

tiers-title = 第四部分：阈值定义
tiers-distribution-title = 4.1 评分分布分析
tiers-no-scores = 没有信号，线索就没有评分，用于构建的 { $deals } 笔交易也没有：既无分布可看，也无分界点。
tiers-honest-scores = { $unseen ->
    [true] 以下评分均来自未见过该交易的评分卡。
    [within] 以下评分由本评分卡给出，这些交易参与了构建；交易如此之多，偏乐观的程度很小（6.1 节列出未见过的交易）。
    [outside] 以下评分由本评分卡给出，这些交易参与了构建，因此略偏乐观：应以列出未见过的交易的 6.1 节为准。
   *[unknown] 以下评分由本评分卡给出，这些交易参与了构建，可能偏乐观（6.1 节列出未见过的交易）。
    }
tiers-distribution = **历史{ $outcome ->
    [won] 赢单
   *[lost] 丢单
    }交易的评分分布**（{ $deals } 笔交易）：
tiers-minimum = 最低分：{ $score }
tiers-lower-quartile = 25 分位数：{ $score }
tiers-median = 中位数：{ $score }
tiers-upper-quartile = 75 分位数：{ $score }
tiers-maximum = 最高分：{ $score }
tiers-separation = **分界点**：赢单和丢单分布差异最明显的评分为 { $score } 分：赢单中达到该分的比例，比丢单中高 { $apart } 个百分点。
tiers-no-separation = **分界点**：不存在：赢单的评分并不高于丢单。
tiers-header-histogram = | 评分 | 赢单数 | 丢单数 | 交易数 | 赢单率（95% 区间） |
tiers-range = { $low } 至 { $high }
tiers-definitions-title = 4.2 层级定义
tiers-header-tiers = | 层级 | 评分范围 | 预期转化率 | 占总线索比例 | 响应 SLA | 推荐行动 |
tiers-empty = 无评分落入
tiers-from = { $score } 分及以上
tiers-below = 低于 { $score } 分
tiers-between = { $low } 至 { $high } 分
tiers-rate = { $rate }（{ $deals } 笔中 { $won } 笔）
tiers-rate-unknown = 未知：无交易
tiers-no-intervals = 层级是在这些交易上划分的，因此这些转化率不附区间；6.1 节给出了未参与划分的交易上的转化率及其区间{ $refitted ->
    [true] （针对重新拟合前的层级）
   *[false] {""}
    }。
tiers-unscoreable = **无法评分**指已知信息太少的线索：没有取值的信号占模型全部分值范围的一半以上。补全信息之前，它没有评分和层级；“未记录”本身有分值的信号不计在内。
tiers-probability = **各评分的赢单概率**：这一评分的交易中赢单所占的份额，{ $method }；由同一批交易得出：
tiers-probability-score = 评分
tiers-probability-row = 赢单概率
tiers-gains = **增益**：将用于构建的交易按评分从高到低分为十等份，每份 { $deals } 笔；边界上同分的交易按比例计入。
tiers-header-gains = | 十分位 | 最低评分 | 赢单数 | 本份赢单率 | 累计赢单占比 | 累计提升倍数 |
tiers-cutoff = 增益在 { $score } 分处趋平，此处赢单占比超出线索占比最多：达到该分的线索占全部线索的{ $leads }，却占赢单的{ $wins }。{ $where ->
    [below_warm] 跟进热门和温性线索后若有余力，可跟进至该分，其余交由培育。
    [in_warm] 先跟进这些线索，再跟进其余温性线索。
    [in_hot] 先跟进这些线索，再跟进其余热门与温性线索。
   *[at_warm] 先跟进这些线索，其余交由培育。
    }
tiers-next-tenth = 其后的十分之一线索仅带来{ $wins }的赢单，低于其线索占比。
tiers-cutoff-and-warm = 温性层级的分界（{ $warm } 分）与此不同，因为层级划分在四个层级合起来最能区分赢单与丢单的位置。
tiers-none = 未划分层级：{ $scored ->
    [true] 评分不足以区分赢单与丢单
   *[false] 没有线索获得评分
    }。请照现有方式跟进线索。
tiers-transitions-title = 4.3 层级转换规则
tiers-step = 一个典型信号使评分变动 { $points } 分（各信号分值跨度的中位数）。{ $rows ->
    [true] 括号内是该行的分值；评分的变动等于它减去线索原所在行的分值。
   *[false] {""}
    }
tiers-upgrades = **升级触发条件（将线索移至更高层级）：**
tiers-rises = 单周内评分提升 { $points } 分及以上
tiers-trigger = { $signal }：{ $criterion }（{ $points }{ $with_parts ->
    [true] ，另加其各部分的 { $parts }
   *[false] {""}
    }）
tiers-no-upgrade = 没有需要单独关注的信号：{ $changeable ->
    [0] 模型中没有线索仍能改变的信号
   *[other] 线索仍能改变的字段（{ $fields }）{ $rises ->
        [true] 不确定会加分
       *[false] 只会扣分
        }
    }
tiers-downgrades = **降级触发条件（将线索移至更低层级）：**
tiers-falls = 单周内评分下降 { $points } 分及以上
tiers-no-downgrade = { $changeable ->
    [0] 同样没有需要单独关注的信号
   *[other] 没有需要单独关注的信号：线索仍能改变的字段（{ $fields }）{ $falls ->
        [true] 不确定会扣分
       *[false] 只会加分
        }
    }
tiers-idle = 无互动：{ $signal }：{ $criterion }（{ $points }）
tiers-no-idle = 无互动：模型中没有统计距上次活动天数的信号；请开始记录该天数，在此之前由销售代表手动降级
tiers-opt-out = 联系人退订或明确表示无兴趣：见{ $fields }；请为此设置取消资格规则
tiers-no-opt-out = 联系人退订或明确表示无兴趣：数据中没有；请记录并设置取消资格规则
tiers-guessed = 线索能否改变某个信号取决于其维度，而{ $fields }的维度是根据名称推测的；可在配置的 `[columns."X"]` 下用 `dimension` 指定。
tiers-set-by-day = { $fields }由日期决定，会同时改变所有线索的评分：行动之前，请将单条线索的升降与其他所有线索比较。
tiers-rescoring = **重新评分频率：**
tiers-rescore-hot = 热门线索：每日重新评分
tiers-rescore-warm = 温性线索：每 3 天重新评分
tiers-rescore-cool = 冷却线索：每周重新评分
tiers-rescore-cold = 冷门线索：每月重新评分
tiers-no-transitions = 没有层级，也就没有层级转换。
tiers-volume-title = 4.4 数量与产能验证
tiers-no-volume = 没有层级，也就没有可规划的数量。
tiers-capacity-basis = 按每月 { $leads } 条线索，销售代表在每条热门线索上花 { $hot } 分钟、温性 { $warm } 分钟、冷却 { $cool } 分钟计：
tiers-volume-basis = 按通常用时，销售代表在每条热门线索上花 { $hot } 分钟、温性 { $warm } 分钟、冷却 { $cool } 分钟计：
tiers-target-shares = 目标占比为该层级在预留数据集中占比的 95% 区间；线索越少，实际占比因偶然偏离该区间的幅度越大（6.4 节）。
tiers-hot-held-to = 热门的划分以不超过用于构建的交易的{ $share }为限（`max_hot_share`）；在其他线索中，热门占比可能因偶然而更高。
tiers-header-volume = | 层级 | 目标占比 | 预期月数量 | 所需销售产能 |
tiers-share-range = { $lower } 至 { $upper }
tiers-share-about = 约{ $share }
tiers-leads-a-month = { $leads } 条线索/月
tiers-of-100-leads = 每 100 条线索中 { $leads } 条
tiers-hours-a-month = { $hours } 个销售工时/月{ $tier ->
    [cool] （自动化）
   *[other] {""}
    }
tiers-hours-per-100 = 每 100 条线索{ $hours } 个销售工时{ $tier ->
    [cool] （自动化）
   *[other] {""}
    }
tiers-no-hours = 0 个销售工时（仅营销负责）
tiers-newest = **占比随赢单率变动：** 最新的 { $deals } 笔交易中，热门占 { $hot }，温性占 { $warm }，冷却占 { $cool }，冷门占 { $cold }。请以此规划：每 100 条这样的线索，热门与温性共需 { $hours } 个销售工时，而非 { $usual } 个。
tiers-current-work = 当前 { $leads } 条线索：热门 { $hot } 条与温性 { $warm } 条共需 { $hours } 个销售工时，冷却 { $cool } 条另需 { $cool_hours } 个工时。
tiers-check-fits = **产能检查**：热门与温性线索每月需要 { $needed } 个销售工时，可用 { $available } 个销售工时，产能足够。冷却线索的跟进电话另需 { $cool } 小时，{ $cool_fits ->
    [true] 产能仍有余量
   *[false] 已无余量：请交由自动化处理
    }。
tiers-check-short = **产能检查**：热门与温性线索每月需要{ $needed } 个销售工时，可用{ $available } 个销售工时，产能不足。提高阈值也无法满足，因此阈值保持不变：还需 { $reps } 名每月 { $hours } 小时的销售代表，或减少线索，或缩短每条线索的用时。
tiers-raised = 为适应工时，热门阈值已从 { $from } 分提高到 { $to } 分。代价：热门与温性线索占比从{ $leads_before }降至{ $leads_now }，所占赢单从{ $wins_before }降至{ $wins_now }。
tiers-closed-a-month = 历史数据中每月约有 { $deals } 笔交易结束。
tiers-give-capacity = **产能检查**：数据中没有可用的销售工时。请在配置的 `[capacity]` 下填写每月线索数和每月销售工时；随后会进行检查，工时不足时提高热门阈值。

# ---

## Section 5: CRM

crm-title = 第五部分：CRM 实施指南
crm-fields-title = 5.1 所需 CRM 字段
crm-nothing-to-set-up = 无需设置：模型没有信号，因此没有可存储的评分。
crm-start-recording = 请开始记录：{ $fields }。
crm-not-deployable = 此模型不应部署；以下内容供日后有可部署的模型时使用。
crm-create-fields = 在您的 CRM 中创建以下自定义字段：
crm-header-fields = | 字段名称 | 字段类型 | 位置 | 用途 |
crm-number = 数字（整数，{ $low } 至 { $high }）
crm-number-zero = 数字（整数，始终为 0：尚无信号）
crm-location = 线索/联系人记录
crm-total = 总综合评分
crm-subtotal = { $dimension }小计
crm-picklist-tier = 下拉列表（热门/温性/冷却/冷门/无法评分）
crm-tier = 当前层级分配
crm-date-time = 日期时间
crm-last-calculated = 上次评分计算时间戳
crm-picklist-trend = 下拉列表（上升/稳定/下降）
crm-trend = 过去 14 天的评分趋势
crm-text = 文本（{ $version }）
crm-version = 模型版本（用于重新校准追踪）
crm-mapping = 各信号的数据来源列：
crm-header-mapping = | 信号 | 列 | 类型 | 维度 | 完整率 |
crm-cell-comma = 、
crm-not-audited = 未审计
crm-to-collect = 若没有以其他名称记录，则值得记录：{ $fields }。
crm-rules-title = 5.2 自动化规则
crm-no-rules = 无需运行规则：没有可触发规则的评分。
crm-rules-later = 在有可部署的模型之前不应运行任何规则。届时请设置以下六条。
crm-rule-1 = 规则 1：实时重新计算评分
crm-rule-1-trigger = 触发条件：{ $fields }{ $more ->
    [true] ，或上表中的其他列
   *[false] {""}
    }发生任何变化
crm-rule-1-action = 行动：重新计算总评分和维度小计
crm-rule-1-update = 更新：`Lead_Score_Total`、所有维度字段、`Lead_Score_Last_Calculated`
crm-rule-1-tier = 重新计算：基于新总分更新 `Lead_Score_Tier`
crm-rule-1-tier-from = 重新计算：基于新总分更新 `Lead_Score_Tier`（{ $score } 分起为热门）
crm-rule-2 = 规则 2：热门线索提醒
crm-rule-2-trigger = 触发条件：`Lead_Score_Tier` 变为“热门”
crm-rule-2-action = 行动：立即向分配的销售代表发送通知（Slack、邮件和 CRM 通知）
crm-rule-2-include = 包含内容：线索名称、企业、评分明细、推荐首次行动
crm-rule-2-include-rate = 包含内容：线索名称、企业、评分明细、推荐首次行动，以及热门线索的预期转化率{ $rate }
crm-rule-2-include-held-out = 包含内容：线索名称、企业、评分明细、推荐首次行动，以及预留数据集中热门交易的赢单率 { $rate }
crm-rule-2-timer = SLA 计时器：启动 1 小时 SLA 时钟
crm-rule-3 = 规则 3：层级变更通知
crm-rule-3-trigger = 触发条件：`Lead_Score_Tier` 发生变更（任意方向）
crm-rule-3-action = 行动：向分配的销售代表发送层级变更通知
crm-rule-3-include = 包含内容：原层级、新层级、变更原因、推荐行动
crm-rule-3-upgrade = 若升级为热门或温性：若未分配则分配给销售代表
crm-rule-4 = 规则 4：按层级分配线索
crm-rule-4-trigger = 触发条件：创建新线索或层级升级为热门/温性
crm-rule-4-action = 行动：按区域匹配、行业专业度、当前工作量（管线中热门和温性线索的数量）和类似线索的历史表现加权，轮询分配给可用销售代表。数据中没有销售代表的区域、专业度和工作量：请维护在 CRM 的用户记录中。
crm-rule-5 = 规则 5：停滞线索降级
crm-rule-5-trigger = 触发条件：超过 14 天无互动（建议值；定期重新评分会更新 `Lead_Score_Last_Calculated`，不算互动）
crm-rule-5-trigger-idle = 触发条件：{ $signal }：{ $criterion }
crm-rule-5-action = 行动：通知销售代表，由其决定是否手动降级；评分本身不会随时间下降
crm-rule-5-action-idle = 行动：重新计算层级，若降级则通知销售代表；重新计算时该信号为 { $points } 分，无需另设扣分规则
crm-rule-5-cadence = 频率：每日执行
crm-rule-6 = 规则 6：评分趋势计算
crm-rule-6-trigger = 触发条件：每日批处理任务
crm-rule-6-action = 行动：将当前 `Lead_Score_Total` 与 14 天前的值进行比较{ $all_move ->
    [true] ，并减去所有线索由日期引起的平均变化（4.3 节）
   *[false] {""}
    }
crm-rule-6-update = 更新：`Lead_Score_Trend` 为上升（提升 { $points } 分及以上）、稳定（变化小于 { $points } 分）或下降（下降 { $points } 分及以上）；{ $points } 分是一个信号的典型变动幅度
crm-rule-6-no-step = 更新：`Lead_Score_Trend`；多少分算趋势取决于模型的信号，而目前没有可部署的信号
crm-dashboards-title = 5.3 仪表板与报表设置
crm-no-dashboards = 暂无可展示内容：仪表板需要评分。
crm-dashboards-command = `lead-scoring dashboard HISTORY.csv` 可根据线索评分历史绘制以下三个仪表板，缺少的数据会一并指出。
crm-dashboard-1 = 仪表板 1：潜在客户评分概览
crm-dashboard-1-tiers = 各层级线索总数（饼图或条形图）
crm-dashboard-1-scores = 评分分布直方图
crm-dashboard-1-moves = 层级迁移流程（本期内有多少线索在层级间迁移）
crm-dashboard-1-sources = 按线索来源划分的平均评分：数据中没有；请记录每条线索的来源
crm-dashboard-1-sources-today = 按线索来源划分的平均评分（本段历史中，按 { $field }{ $more ->
    [true] ，交易最多的 { $named } 个
   *[false] {""}
    }：{ $scores }；见 2.1 节）
crm-mean-of = { $name } { $mean }
crm-dashboard-1-hot = 热门线索数量趋势
crm-dashboard-2 = 仪表板 2：模型性能
crm-dashboard-2-rates = 各层级转化率
crm-dashboard-2-rates-expected = 各层级转化率，对照预期：{ $rates }
crm-dashboard-2-rates-held-out = 各层级转化率，对照预留数据集上的赢单率：{ $rates }
crm-expected-rate = { $tier } { $rate }
crm-dashboard-2-time = 各层级的平均转化时间：数据中没有；请记录每笔交易从首次联系到结束的天数
crm-dashboard-2-time-today = 各层级的平均转化时间（用于构建的赢单交易的 { $field } 平均值{ $days ->
    [true] ，以天计
   *[false] {""}
    }：{ $times }）
crm-dashboard-2-won = 赢单交易转化时的评分（直方图；历史中位数{ $score }）
crm-dashboard-2-lost = 丢单交易取消资格时的评分（直方图；历史中位数{ $score }）
crm-dashboard-2-false-positive = 假阳性率：评分热门/温性但未转化的线索占比
crm-dashboard-2-false-negative = 假阴性率：评分冷却/冷门但转化的线索占比
crm-dashboard-3 = 仪表板 3：销售代表生产力影响
crm-dashboard-3-time = 销售代表在热门/温性与冷却/冷门线索上花费的时间：数据中没有；请记录每条线索的用时
crm-dashboard-3-reps = 销售代表按层级划分的转化率{ $known ->
    [true] {""}
   *[false] ：数据中没有；请记录每笔交易的负责人
    }
crm-dashboard-3-sla = SLA 合规率（热门线索是否在 1 小时内被联系？）：数据中没有；请记录首次联系时间
crm-dashboard-3-pipeline = 每位销售代表管线中交易的平均评分{ $known ->
    [true] {""}
   *[false] ：数据中没有；请记录每笔交易的负责人
    }
crm-integration-title = 5.4 集成点
crm-no-integration = 评分无需连接任何系统；请连接能提供待记录字段的系统。
crm-header-integration = | 系统 | 集成类型 | 数据流 | 用途 |
crm-system-record = CRM 线索与交易记录 | 向评分输入 | 由销售代表和表单填写的字段 --> 评分
crm-system-marketing = 营销自动化系统 | 双向 | 互动事件 --> CRM；层级 --> 营销细分
crm-system-activity = CRM 活动日志 | 向评分输入 | 活动、会议、联系人 --> 评分
crm-system-enrichment = 补全数据平台 | 向 CRM 输入 | 企业与联系人数据 --> CRM
crm-system-intent = 意向数据提供商 | 向 CRM 输入 | 意向主题 --> CRM
crm-system-website = 网站分析工具 | 向 CRM 输入 | 页面浏览、会话数据 --> CRM
crm-system-keeps = 保持更新：{ $fields }
crm-system-more = 另外 { $more } 列
crm-system-without-points = 供给 { $fields }，未获得分值
crm-system-collects = 目前不为模型的任何信号供数；可连接以便为下一版本积累数据
crm-system-calendar = 无：线索的日期 | 自行确定 | 日历、市场 --> CRM | 同一天的所有线索都相同：{ $fields }
crm-system-chat = Slack/Teams | 从 CRM 输出 | 热门线索提醒 --> 渠道 | 实时通知销售代表
crm-system-sequences = 销售互动平台 | 从 CRM 输出 | 层级 --> 序列分配 | 自动将冷却线索纳入培育流；提醒销售代表跟进热门/温性线索
crm-guessed = 某列由哪个系统供数取决于其维度和名称。以上有 { $dimensions } 列的维度是根据列名推测的；推测有误，系统也就有误。

# ---

## Section 6: validation

validation-title = ## 第六部分：验证方法
validation-hold-out-title = ### 6.1 预留数据验证（初始）
validation-verdict = **结论：{ $verdict }。**
validation-hold-out = **预留数据集：** { $deals } 笔交易（赢单 { $won } 笔，丢单 { $lost } 笔）——占总历史数据的 { $share }；{ $how }。此前任何步骤都未接触过这些交易。
validation-hold-out-without-share = **预留数据集：** { $deals } 笔交易（赢单 { $won } 笔，丢单 { $lost } 笔）；{ $how }。此前任何步骤都未接触过这些交易。
validation-before-refit = **6.1 至 6.3 节的数字属于重新拟合之前的模型**{ $tiers ->
    [true] ，其层级阈值不同（见下方层级表）
   *[false] {""}
    }。得出结论后，已用同样的选项从全部 { $deals } 笔已结束交易重新得出分值、层级和概率；本文件中的模型没有自己的预留数据集。
validation-results = **验证结果：**
validation-metrics-header = | 指标 | 数值 |{ $limits ->
    [true] {" "}95% 区间 |
   *[false] {""}
    } 目标 | 状态 |
validation-beside = （{ $text }）
validation-gloss = { $name ->
    [auc] （整体模型区分度）
    [hot_precision] （评分热门且实际赢单的占比）
    [hot_recall] （实际赢单且评分热门的占比）
    [hot_warm_precision] （评分热门或温性且实际赢单的占比）
    [hot_warm_recall] （实际赢单且评分热门或温性的占比）
   *[other] {""}
    }
validation-status = { $pass ->
    [true] 通过
   *[false] 未通过
    }{ $uncertain ->
    [true] ，不确定
   *[false] {""}
    }
validation-not-certain = 目标落在区间之内时，状态并不确定：换一批同类交易，结果可能相反。
validation-further-header = | 其他指标 | 数值 |{ $limits ->
    [true] {" "}95% 区间 |
   *[false] {""}
    }
validation-confusion = **混淆矩阵：**
validation-confusion-header = | | 预测：赢单（热门/温性） | 预测：丢单（冷却/冷门） |
validation-confusion-win = | 实际：赢单 | { $right }（真阳性） | { $wrong }（假阴性） |
validation-confusion-loss = | 实际：丢单 | { $wrong }（假阳性） | { $right }（真阴性） |
validation-no-calls = 没有层级，就没有交易被预测为赢单或丢单。
validation-tiers = **预留数据集上的层级{ $refitted ->
    [true] （重新拟合之前的模型）
   *[false] {""}
    }：** { $monotone ->
    [true] 从热门到冷门，赢单率从不回升。
   *[false] 赢单率并非逐层下降；见结论。
    }
validation-tiers-header = | 层级 | 评分范围 | 交易数 | 赢单数 | 赢单率 | 预期 | 占交易比例 | 占赢单比例 | 累计占赢单比例 |
validation-tiers-outside = 预期转化率在区间之外，应以实测为准：{ $tiers }。
validation-tier-outside = { $tier }（预期 { $expected }，区间{ $above ->
    [true] 上限
   *[false] 下限
    } { $limit }）
validation-score-range = { $low } 至 { $high }
validation-no-score = 没有评分落在此处
validation-no-deals = 预留数据集中没有该层级的交易
validation-not-known = { $refitted ->
    [true] 重新拟合后未知
   *[false] 未知
    }
validation-bands = **预留数据集上各评分段的赢单率：** { $rises ->
    [true] 从低分段到高分段从不下降。
   *[false] 在某些相邻评分段之间，赢单率不升反降；上方的秩相关系数说明整体排序的好坏。
    }
validation-bands-header = | 评分 | 交易数 | 赢单数 | 赢单率 |
validation-probabilities = **预留数据集上的概率与结果：**
validation-probabilities-header = | 预测 | 平均预测 | 实际 | 交易数 |
validation-thresholds = **每个阈值都有代价。** 下表为各层级阈值及每隔 { $apart } 分的评分；全部 { $scores } 个不同评分见 `validation.json`：
validation-thresholds-header = | 从此分起预测赢单 | 精确率 | 召回率 | F1 值 | 准确率 |
validation-cut = **{ $score }（{ $tier }）**
validation-wrong-title = ### { $side ->
    [positive] 6.2 假阳性分析
   *[negative] 6.3 假阴性分析
    }
validation-wrong-without-tiers = 没有层级就没有{ $side ->
    [positive] 假阳性
   *[negative] 假阴性
    }：模型不预测任何交易的输赢。
validation-none-wrong = 预留数据集中没有{ $side ->
    [positive] 假阳性
   *[negative] 假阴性
    }：评为{ $side ->
    [positive] 热门或温性
   *[negative] 冷却或冷门
    }的 { $deals } 笔交易全部{ $side ->
    [positive] 赢单
   *[negative] 丢单
    }。
validation-wrong-before-refit = 以下评分和层级属于重新拟合之前的模型：
validation-wrong = 评为{ $side ->
    [positive] 热门或温性
   *[negative] 冷却或冷门
    }的 { $deals } 笔交易中，{ $wrong } 笔{ $side ->
    [positive] 丢单
   *[negative] 赢单
    }。
validation-worst = 偏差最大的 { $deals } 笔{ $tie ->
    [true] （同分者取文件中靠前的）
   *[false] {""}
    }{ $shared ->
    [true] ，原因相同的合为一行：
   *[false] ：
    }
validation-by-cause = 原因相同的交易合为一行。
validation-wrong-header = | 交易 | 评分 | 层级 | 实际结果 | 模型错误原因 |
validation-outcome = { $side ->
    [positive] 丢单
   *[negative] 赢单
    }
validation-wrong-reasons = **记录的丢单原因：** { $reasons }。
validation-patterns = **{ $side ->
    [positive] 假阳性模式：** 评为热门或温性的交易中，以下各类的赢单明显少于
   *[negative] 假阴性模式：** 评为冷却或冷门的交易中，以下各类的赢单明显多于
    }其评分的预期（概率之和；全部取值合计 5% 的显著性水平）：
validation-no-patterns = **{ $side ->
    [positive] 假阳性模式：** 评为热门或温性的交易中，没有任何字段取值的赢单明显少于
   *[negative] 假阴性模式：** 评为冷却或冷门的交易中，没有任何字段取值的赢单明显多于
    }其评分的预期。
validation-pattern = { $name }：{ $deals } 笔中赢单 { $won } 笔，预期 { $expected } 笔{ $scored ->
    [true] {""}
   *[false] ；模型未对该字段评分
    }
validation-fix = **推荐修复方案{ $several ->
    [true] （针对其中第一项）
   *[false] {""}
    }：** { $fix }
validation-monitoring-title = ### 6.4 持续监控协议
validation-nothing-to-monitor = 模型未投入使用，暂无可监控的内容。后续版本有了层级之后，前 90 天每周监控，之后每月监控。
validation-monthly = **每月重新校准回顾：**
validation-build-again = { $enough ->
    [true] 记录更多字段后重新构建：现有字段区分不了赢单与丢单
   *[false] 有新的已结束交易后重新构建：{ $deals } 笔交易还不够，或已记录的字段区分不了赢单与丢单
    }
validation-quarterly = **季度模型重建触发条件：**
validation-missing-recorded = 1.3 节列为缺失、且在交易结束前即可得知的某个字段已开始记录
validation-doubled = 已结束交易数翻倍，达到 { $deals } 笔
validation-not-to-deploy = 本模型不应部署；以下数字供部署后的模型监控之用。
validation-monitor = 部署后，前 90 天每周监控以下指标，之后每月监控。
validation-weekly = **每周模型健康检查：**
validation-watch-hot = 各层级转化率——热门线索是否仍保持 { $floor } 以上的转化率？（预留数据集上为 { $rate }；至少需 { $deals } 笔已结束的热门交易方可判断，{ $base ->
    [true] 此时偶然波动还可更低，但 { $floor } 就是平均线索的赢单率
   *[false] 此时偶然波动可低至 { $floor }
    }。）
validation-watch-hot-about = 各层级转化率——热门线索是否仍保持约 { $rate } 的转化率？（至少积累 20 笔已结束的热门交易再判断。）
validation-watch-volume = 层级数量分布——热门线索是否仍占 { $lower } 至 { $upper }？（{ $held_out ->
    [true] 预留数据集上
   *[false] 用于构建的交易中
    }为 { $share }；以至少 { $leads } 条线索判断，偶然波动可达此范围。）
validation-watch-newest = {" "}最新的 { $deals } 笔交易中热门占 { $share }，应以此为准（4.4 节）。
validation-watch-volume-about = 层级数量分布——热门线索是否仍占约 { $share }？
validation-watch-scores = 评分分布形态——赢单中位数为 { $won }，丢单中位数为 { $lost }；任何突然变化都提示数据质量问题
validation-watch-newest-scores = 。最新的 { $deals } 笔交易中，赢单为 { $won }，丢单为 { $lost }，应以此为准（见 4.4 节）。
validation-watch-new-values = 模型未覆盖的新线索来源或细分：构建时从未出现过的取值得 0 分
validation-watch-feedback = 销售代表对评分准确性的反馈：不在数据中；每 2 周进行结构化调查
validation-monthly-rerun = 对{ $small ->
    [true] 本历史最后一笔之后结束的交易（90 天的交易太少，见 8.2 节）
   *[false] 过去 90 天的数据
    }重新运行赢单/丢单模式分析
validation-monthly-compare = 比较当前属性提升倍数与模型假设（8.2 节）
validation-monthly-new = 识别当前模型未包含的新高提升属性
validation-monthly-decay = 检查属性衰减（曾经具备预测性但现在无效的信号）
validation-monthly-points = 若提升倍数超出 8.2 节给出的界限，则重新构建，分值随之调整{ $drifts ->
    [true] （赢单率变动很大，须先用更新的交易重新构建）
   *[false] {""}
    }
validation-monthly-thresholds = 若某层级的转化率在不少于括号内交易数的已结束交易上超出其界限，则重新构建，阈值随之更新{ $refitted ->
    [true] （以重新拟合前的模型为准）
   *[false] {""}
    }：{ $limits }
validation-limits = { $tier } { $limits }（{ $deals }）
limits-of-later = { $open ->
    [below] 至多 { $upper }
    [above] 至少 { $lower }
   *[no] { $lower } 至 { $upper }
    }
validation-monthly-thresholds-alone = 若某层级转化率的变化超出偶然波动，则重新构建，阈值随之更新
validation-rebuild-if = **季度模型重建触发条件：** 若发生以下任一情况，需从头重建模型：
validation-rebuild-accuracy = 整体模型准确率在至少 { $judged } 笔已结束交易上低于 { $floor }：在预留的 { $deals } 笔交易上为 { $accuracy }，以 { $judged } 笔计，偶然波动可低至 { $floor }
validation-rebuild-one-call = （全部预测为同一结果即有 { $share }：应关注层级的次序，而非此数字）
validation-rebuild-newest = 。在最新的 { $deals } 笔交易上为 { $accuracy }{ $outside ->
    [true] ，已低于该值：在用更新的交易重新构建之前，此指标不能作为触发条件
   *[false] {""}
    }
validation-rebuild-hot = 热门层级转化率降至 { $half } 以下（为原转化率的 50%）{ $below ->
    [true] ；该值不高于基础转化率，因此热门线索的赢单率一旦不高于平均水平就应重建
   *[false] {""}
    }
validation-rebuild-market = 添加新产品、新市场或新细分
validation-rebuild-competition = 竞争格局发生重大变化
validation-rebuild-sample = 新数据的样本量超过原始训练数据（{ $deals } 笔交易）
validation-test-title = ### 6.5 A/B 测试协议
validation-no-test = 目前没有可测试的模型。{ $plans ->
    [true] 有了模型之后，显示其提升所需的线索数如下（两个比例，对照组占 30% 的线索，双侧 5%，检验功效 80%）：
   *[false] {""}
    }
validation-test-later = 目前没有可测试的模型。以下计划供有模型之后使用。
validation-test-run = 部署后前 60 天，运行对照测试：
validation-test-control = **对照组（30% 的线索）：** 销售代表按当前方式跟进线索，不查看评分
validation-test-treatment = **测试组（70% 的线索）：** 销售代表查看评分并遵循基于层级的 SLA
validation-test-size = 要显示高于基础转化率 { $rate }{ $newest ->
    [true] （赢单率变动很大，取最新交易的数值）
   *[false] {""}
    } 的赢单率，测试所需的线索数（两个比例，双侧 5%，检验功效 80%）：
validation-test-size-without-rate = 要显示高于基础转化率的赢单率，测试所需的线索数（两个比例，双侧 5%，检验功效 80%）：
validation-test-header = | 提升 | 赢单率变化 | 对照组 | 测试组 | 线索总数 |
validation-test-time-header = {" "}时间（向上取整） |
validation-test-months = { $months } 个月
validation-test-years = { $years } 年
validation-test-closed = 时间按本历史中每月约 { $deals } 笔已结束交易计算。
validation-test-too-long = { $all ->
    [true] 在一年以内的测试中，赢单率无法显示以上任何一种提升
   *[false] 需时超过一年的提升，无法在测试中由赢单率显示
    }：请改为比较首次联系时间和线索到销售机会的转化率。
validation-test-rates = 由 { $low } 升至 { $high }
validation-test-enough = 60 天内约有 { $leads } 条线索进入，足以显示 { $improvement } 的提升。
validation-test-longer = 60 天内约有 { $leads } 条线索进入，不足以显示以上任何一种提升：请延长测试。
validation-test-leads-unknown = 60 天内进入的线索数未给出：请统计该数，并将测试运行到所期望的提升需要的线索数为止。
validation-test-impossible = 在此基础转化率下，不可能有这样的提升。
validation-test-metrics = **对比指标**（数据中未记录每条线索属于哪一组：请记录，并为两组分别记录以下各项）：
validation-test-opportunities = 线索到销售机会的转化率
validation-test-first-contact = 首次联系时间
validation-test-cycle = 销售周期时长
validation-test-wins = 销售机会的赢单率
validation-test-revenue = 每条线索的营收
validation-test-adoption = 销售代表满意度与采用率
validation-test-success = **成功标准：** 测试组应在至少 2 项上述指标上实现 { $improvement } 以上的提升（{ $too_long ->
    [true] 赢单率除外
   *[false] 就赢单率而言需要 { $leads } 条线索
    }），且其他指标无下降。

# ---

## Section 7: leads

leads-title = ## 第七部分：当前线索批量评分
leads-none-given = 未提供线索。请用 `lead-scoring score lead-scoring-model.md LEADS.csv` 对线索评分，或在构建时指定文件（`--leads LEADS.csv`）：本部分即按层级列出线索。
leads-none-can-be-scored = 无法给线索评分：模型没有信号。
leads-without-signals = 从 { $source } 读取了 { $leads } 条线索。没有线索获得评分：模型没有信号，编造的排序比没有排序更糟。
leads-not-to-deploy = **结论为不要部署：请勿按这些评分行动。** 列出评分仅供查看。
leads-summary-title = ### 7.1 评分摘要
leads-from = 来源：{ $source }。
leads-summary-header = | 评分线索总数 | 热门 | 温性 | 冷却 | 冷门 | 无法评分 |
leads-counted = { $leads }（{ $share }）
leads-expected = **预期赢单数**（按概率）：{ $leads } 条线索中 { $wins } 条（热门 { $hot }，温性 { $warm }，冷却 { $cool }，冷门 { $cold }）。
leads-unmapped = **未找到对应列：** { $fields }。这些信号不给任何线索加分；请用 `--map FIELD=COLUMN` 指定列。
leads-unscoreable = **无法评分的线索：** { $leads } 条线索因数据不足无法评分：未知信息占模型分值范围的一半以上。建议先补全这些线索的数据再进行评分。缺失字段：
leads-lacking = { $field }：{ $leads } 条线索缺失
leads-all-lacking = { $leads } 条线索均缺失：{ $fields }
leads-lacking-more = 另有 { $fields } 个字段
leads-all-scoreable = **无法评分的线索：** 无；每条线索的已知信息都足够。
leads-gaps = **数据缺口：** { $leads } 条已评分线索缺少模型读取的某个值；其中 { $could } 条在补全后可能改变层级。“补全后评分”一列给出仍有可能的评分和需要补全的字段。
leads-unseen = { $field }：{ $leads } 条线索的取值在构建时从未出现过，得 0 分
leads-disqualified-count = { $leads } 条线索因人工规则被取消资格而列为冷门。
leads-first = 前 { $shown } 条，共 { $leads } 条；全部见 `scored-leads.csv`。
leads-hot-title = ### 7.2 热门线索——需立即行动
leads-hot-sla = 对每一条：{ $sla }。评分相同的线索中，补全未知取值后评分可能下降最少者排在前面。
leads-hot-header = | 排名 | 线索 | 企业 | 联系人 | 评分 | 企业画像 | 行为 | 互动深度 | 意向 | 顶级信号 | 补全后评分 | 推荐行动 |
leads-no-hot = 没有热门线索。
leads-warm-title = ### 7.3 温性线索——本周需跟进
leads-warm-sla = 对每一条：{ $sla }。括号内的分值是评分的变动。
leads-warm-header = | 排名 | 线索 | 企业 | 联系人 | 评分 | 顶级信号 | 与热门层级的分差 | 补全后评分 | 推荐行动 |
leads-gap = { $points } 分
leads-out-of-reach = 无法达到
leads-changes = 括号内的分值是评分的变动。
leads-no-warm = 没有温性线索。
leads-cool-title = ### 7.4 冷却线索——培育候选
leads-cool-header = | 线索 | 企业 | 联系人 | 评分 | 最强维度 | 最弱维度 | 补全后评分 | 培育策略 |
leads-no-cool = 没有冷却线索。
leads-cold-title = ### 7.5 冷门线索——降低优先级或移除
leads-cold-header = | 线索 | 企业 | 联系人 | 评分 | 冷门原因 | 补全后评分 | 建议 |
leads-no-cold = 没有冷门线索。
leads-distribution-title = ### 7.6 评分分布可视化
leads-histogram = 评分直方图（文本形式）：
leads-bar = { $label }: { $bar }（{ $leads } 条线索）

# ---

## Section 8: runbook

runbook-title = 第八部分：模型维护手册
runbook-weekly-title = 8.1 每周任务（15 分钟）
runbook-not-in-use = 模型未投入使用，每周无需检查。在后续版本有了层级之前：
runbook-record-outcomes = 记录每笔已结束交易的结果{ $missing ->
    [true] ，以及 1.3 节列为缺失、且在交易结束前即可得知的字段
   *[false] {""}
    }
runbook-dashboard-hot = 检查仪表板 2（模型性能）中任何超出界限（6.4 节）的指标{ $refitted ->
    [true] （以重新拟合前的模型为准）
   *[false] {""}
    }：热门转化率{ $rate }（{ $limits }），按至少 { $deals } 笔已结束的热门交易计
runbook-dashboard = 检查仪表板 2（模型性能）中任何超出预留数据集 95% 区间的指标
runbook-hot-lost = 查看丢单的热门线索（{ $score } 分及以上）——模型为何预测错误？
runbook-cold-won = 查看赢单的冷门线索——模型遗漏了哪些信号？
runbook-rules = 验证所有自动化规则是否正常触发（抽查 5 条近期线索）
runbook-monthly-title = 8.2 每月任务（1 小时）
runbook-analysis = 对{ $small ->
    [true] 本历史最后一笔之后结束的交易（90 天的交易太少）
   *[false] 过去 90 天的数据
    }重新运行赢单/丢单分析
runbook-lifts = 对比前{ $signals }大信号的当前提升倍数与模型假设（见下表）
runbook-no-lifts = 没有可对比的提升倍数：没有信号获得分值
runbook-new-fields = 检查可用于提升模型的新数据字段
runbook-feedback = 回顾销售代表对评分准确性的反馈（需收集；数据中没有）
runbook-document = 用新结束的交易重新构建，以更新本文档；分值不手工修改，新报告取代本报告
runbook-lifts-drift = **赢单率变动很大（{ $first } 至 { $last }）：** 构建时的提升倍数在其他基础转化率下不再成立。请先用最新的交易重新构建，在此之前不要使用下列界限。
runbook-lift-rule = 此后的提升倍数为该行的赢单率除以同一批交易的基础转化率；这批交易是本历史最后一笔之后结束的交易。某一行的交易一旦达到“至少交易数”一列所示笔数，即可判断；若其提升倍数超出界限，则重新构建模型，分值随之调整。界限为上下各 20%；若在这么多笔交易上，构建时的提升倍数或稳健提升倍数（2.1 节；单一字段各行的见 `report.json`）仅凭偶然（100 次中有 95 次）就可波动得更大，则以后者为准。
runbook-small-window = 每月约有 { $monthly } 笔交易结束，90 天内约 { $deals } 笔。{ $rows ->
    [0] {""}
   *[other] { $all ->
        [true] 下表各行
       *[false] 下表有 { $rows } 行
        }要到新交易数触发重建（6.4 节）前后才有足够的交易。
    }
runbook-pairs = 此处组合的提升倍数为其交易的赢单率除以基础转化率；第三部分则以其他信号的预期为基准。
runbook-header-lifts = | 信号 | 条件 | 分值 | 构建时提升倍数 | 低于此值则重建 | 高于此值则重建 | 至少交易数 |
runbook-no-limit = 无
runbook-quarterly-title = 8.3 季度任务（半天）
runbook-learn-again = 用全部已结束交易及新记录的字段重新构建
runbook-rebuild = 若触发重建条件则完全重建模型（见 6.4 节）
runbook-validate = 使用上季度的已结束交易验证模型
runbook-present = 向销售领导层提交模型性能报告
runbook-structured-feedback = 收集并整合销售代表的结构化反馈
runbook-new-sources = 评估新数据源（意向提供商、补全工具）
runbook-new-sources-for = 评估新数据源（意向提供商、补全工具），以获取值得记录而列名中未见的信息：{ $fields }
runbook-icp = 若目标市场发生变化则更新 ICP 定义
runbook-next = 下次重新校准：{ $date }
runbook-versions-title = 8.4 版本历史
runbook-header-versions = | 版本 | 日期 | 变更内容 | 影响 |
runbook-changes = 初始模型构建：由 { $deals } 笔交易得出 { $signals } 个信号{ $refitted ->
    [true] ，验证后用全部交易重新构建
   *[false] {""}
    }
runbook-impact = 基准版本；{ $signals ->
    [0] 结论
   *[other] 在预留的 { $deals } 笔交易上的结论
    }：{ $verdict }

# ---

## The rep guide

guide-title = 如何使用线索评分：{ $name }
guide-model = 模型 { $version }，构建于 { $built }，基于 { $deals } 笔已结束交易。
guide-no-score = **目前没有可用的评分**。历史数据中没有任何字段能以超出偶然的程度区分赢单与丢单。请照现有方式跟进线索。
guide-record = 最有帮助的是记录缺失的信息：{ $fields }。每多一笔填写了这些信息的已结束交易，就离可用的评分更近一步。
guide-record-missing = 最有帮助的是记录缺失的信息。每多一笔填写了这些信息的已结束交易，就离可用的评分更近一步。
guide-not-yet = **请暂勿使用此评分**：在未见过的交易上，它还不足以区分赢单与丢单。以下内容供日后使用。
guide-not-yet-confirmed = **尚未确认：**{ $what }
guide-meaning-title = 评分的含义
guide-meaning = 评分范围为{ $low } 至 { $high }，从 { $start } 分起，根据线索的已知信息{ $missing ->
    [true] 以及某些缺失值
   *[false] {""}
    }加分或扣分。分数越高，类似的交易赢单越多。评分用于排序，并不是对任何一条线索的承诺。
guide-base-rate = 全部已结束交易的赢单率为{ $rate }：请以此对照各层级。
guide-do-title = 怎么做
guide-header-tiers = | 层级 | 评分 | 同类交易赢单率 | 响应 | 行动 |
guide-empty = 无评分
guide-from = { $score } 分及以上
guide-below = 低于 { $score } 分
guide-between = { $low } 至 { $high } 分
guide-rate-unknown = 未知
guide-rates-held-out = 赢单率来自模型未见过的交易。热门层级的赢单率来自 { $deals } 笔交易，因偶然波动可能介于{ $lower }与{ $upper }之间（95% 区间）。
guide-drift = 赢单率在这段历史中变化很大（各时段介于{ $lowest }与{ $highest }之间）：新线索的赢单率可能高于或低于表中数字。
guide-newest = 最新的 { $deals } 笔交易中，热门占 { $hot }，温性占 { $warm }：跟进顺序以评分为准，而不只看层级。
guide-rates-held-out-alone = 赢单率来自模型未见过的交易。
guide-rates-of-training = 赢单率来自划分层级所用的交易。
guide-order = 先热门、后温性；同一层级内先跟进评分最高的。无法评分的线索并不是差线索，只是已知信息太少（没有取值的信号占一半以上的分值）：请补全缺失信息后重新评分。
guide-no-tiers = 未划分层级：评分可以排序，但不足以区分各组线索。
guide-moves-title = 哪些因素影响评分
guide-gives = 加分因素：
guide-takes = 扣分因素：
guide-row = { $signal }：{ $criterion }（{ $points }），此类 { $deals } 笔交易中赢单 { $won } 笔
guide-set-by-day = 由日历或市场决定、同一天的所有线索都相同，因此无需在单条线索上查看：{ $fields }。
guide-combinations = 此外，若线索同时具有某些特定取值，{ $several ->
    [true] 每个这样的组合
   *[false] 该组合
    }另有分值：{ $gives ->
    [true] 最高 { $most } 分{ $takes ->
        [true] ，最低 { $fewest } 分
       *[false] {""}
        }
   *[false] 最低 { $fewest } 分
    }。
guide-not-causes = 这些因素与赢单同时出现；并未证明它们是赢单的原因。
guide-protected = **注意：**{ $caution }（章节号指完整报告。）
guide-unknown-title = 评分不知道什么
guide-no-field = { $dimension }：历史数据中没有此类字段
guide-silent-field = { $dimension }：历史数据中没有字段能足够确定地区分赢单与丢单
guide-absent = 似乎没有任何列记录的信息：{ $fields }
guide-heard = 您在电话中听到的情况。若与评分矛盾，请以听到的为准，并记录到字段中，下一版本才能据此学习
guide-wrong = 哪些判断有误：在未见过的交易中，{ $worked } 笔热门与温性交易有 { $lost } 笔丢单{ $left ->
    [0] {""}
   *[other] ，{ $left } 笔冷却与冷门交易有 { $won } 笔赢单
    }{ $refitted ->
    [true] （以重新拟合前的模型为准）
   *[false] {""}
    }

# ---

## The page and its charts

page-contents = 目录
page-title = 潜在客户评分模型：{ $name }
page-skip = 跳至报告
page-filter = 仅显示包含以下内容的行
page-shown = 显示 {"{shown}"} 行，共 {"{all}"} 行
page-table = 表格：
page-head-words = 不具备 具备 该属性时的 层级的 属性的 使用的 字段的 丢单时的 预期的 交易上的 无分值的 未见过的 该属性 赢单率 赢单数 赢单 丢单数 丢单 交易数 交易 总线索 线索 取值数 取值 层级 分差 平均 评分 字段 交互 提升 倍数 此分 预测 低于 高于 此值 重建 使用 关键 单独 属性 排序 能力 占比 比例 同类 恢复 选项 所需 销售 产能 无分值 分值 原因 未见过 构建用 构建时 构建 本份 模型 错误 正负号 不变 热门 温性 冷却 冷门 相对 预期 稳健 累计 至少 补全后 总数 条件 月数量 转化率 每条 分钟数 期末 全部 已结 区间 最短 最长
page-model = 以 JSON 显示模型
page-model-on-paper = 打印时略去该代码块：它在打印所用的文件中。
chart-between-clauses = ；
chart-gains-title = 按评分从高到低跟进时，所含赢单占全部赢单的比例
chart-gains-by-score = 按评分
chart-gains-at-random = 随机
chart-gains-x = 已跟进线索（评分从高到低）
chart-gains-y = 占全部赢单的比例
chart-gains-hold = { $leads } 含 { $wins }
chart-gains-text = 评分最高的线索所含赢单占全部赢单的比例：{ $told }。
chart-gains-cut = { $points } 分起
chart-gains-cutoff = 竖线位于 { $points } 分，增益在此趋平。
chart-roc-title = 预留数据集上的 ROC 曲线
chart-roc-by-score = 按评分，95% 区间
chart-roc-at-random = 随机
chart-roc-x = 被预测为赢单的丢单
chart-roc-y = 被预测为赢单的赢单
chart-roc-text = 曲线下面积为 { $auc }（95% 区间 { $interval }）；随机为 0.50。色带为各评分处赢单占比的区间。
chart-roc-text-without-interval = 曲线下面积为 { $auc }；随机为 0.50。色带为各评分处赢单占比的区间。
chart-calibration-title = 预留数据集上的概率与结果
chart-calibration-observed = 实际，95% 区间
chart-calibration-predicted = 与预测一致
chart-calibration-x = 预测的赢单概率
chart-calibration-y = 实际赢单占比
chart-calibration-text = 概率相近的 { $groups } 组中，有 { $inside } 组的预测占比落在实际占比的 95% 区间之内。
chart-lifts-title = 最强属性的稳健提升倍数及其 95% 区间
chart-lifts-x = 相对于基础转化率的稳健提升倍数
chart-lift = { $name }：{ $lift } 倍（{ $lower } 至 { $upper }）
chart-lifts-text = 稳健提升倍数及其 95% 区间。{ $told }。
chart-signals-title = 各信号的分值
chart-signals-x = 分值
chart-signal = { $name }：{ $fewest } 至 { $most }
chart-signals-text = 各信号的最低与最高分值。{ $told }。
chart-tiers-title = 各层级所含比例
chart-tiers-leads = 线索
chart-tiers-wins = 赢单
chart-tiers-x = 占全部比例
chart-tier = { $tier }：占线索 { $leads }，占赢单 { $wins }
chart-tiers-text = 基于用于构建的交易。{ $told }。
chart-scores-title = 赢单与丢单的评分分布
chart-scores-x = 评分
chart-scores-y = 占交易比例
chart-scores-won = 赢单
chart-scores-lost = 丢单
chart-cut = { $tier }：{ $score } 分起
chart-scores-text = 半数赢单的评分在 { $won } 分及以上，半数丢单的评分在 { $lost } 分及以上。
chart-scores-cuts = 层级阈值：{ $cuts }。
chart-rates-title = 预留数据集上各评分的赢单率
chart-rates-y = 赢单率
chart-rates-rate = 赢单率，95% 区间
chart-rates-all = 全部预留交易
chart-rate = { $low } 至 { $high }：{ $deals } 笔交易中的 { $rate }
chart-rates-text = 各评分的赢单率：{ $told }。全部：{ $base }。

# ---

## The dashboards

rate-of-few = { $rate }（{ $lower } 至 { $upper }），样本少
dashboards-title = 潜在客户评分仪表板：{ $name }
dashboards-looked-at-week = 共 { $leads } 条线索，考察期为 { $from } 至 { $to }，按周统计。考察期之后发生的事不计入任何数字。
dashboards-looked-at-month = 共 { $leads } 条线索，考察期为 { $from } 至 { $to }，按月统计。考察期之后发生的事不计入任何数字。
dashboards-notes = 历史记录中异常行的处理方式：
dashboards-note-month-first = { $column } 列中的日期有两种读法；按月份在前处理。
dashboards-note-other-outcomes = { $rows } 行的结果既非赢单也非丢单，按未结处理。如果其中有表示赢单或丢单的，请用 `--won` 和 `--lost` 指明。
dashboards-note-unordered = { $leads } 条线索的行不按时间先后排列（首见于第 { $row } 行），已重新排序。
dashboards-note-same-time = { $rows } 行被略过（首见于第 { $row } 行），因为文件中后面还有同一线索、同一时间的行。
dashboards-note-outcome-changed = { $leads } 条线索在一行中为赢单、在另一行中为丢单（首见于第 { $row } 行），以最晚的为准。
dashboards-note-closed-before-scored = { $leads } 条线索在首次评分之前就已赢单或丢单（首见于第 { $row } 行）。事后的评分不能预示任何结果，因此不计入转化数字。
dashboards-note-closed-without-day = { $leads } 条线索已赢单或丢单，但没有结束日期（首见于第 { $row } 行），凡需要该日期的地方均不计入。
dashboards-not-recorded = 历史记录中没有这里所需的内容：见文末“需要记录的内容”。
dashboards-more = 另有 { $count } 行，见 `dashboards.json`。
dashboards-tier = 层级
dashboards-leads = 线索数
dashboards-share = 占比
dashboards-open = 未结
dashboards-score = 评分
dashboards-source = 来源
dashboards-rep = 销售代表
dashboards-won = 赢单
dashboards-lost = 丢单
dashboards-all = 合计
dashboards-rate = 比率
dashboards-median = 中位数
dashboards-mean-score = 平均评分
dashboards-range = { $low } 至 { $high }
dashboards-count-of = { $count } / { $of }
dashboards-no-tier = 无法评分
dashboards-no-source = 无来源
dashboards-no-rep = 无人负责
dashboards-period-week = 周起始日
dashboards-period-month = 月起始日
dashboards-1 = 仪表板 1：潜在客户评分概览
dashboards-tiers = 各层级线索总数
dashboards-tiers-about = 每条线索按截至 { $to } 的最近一次评分归入层级。
dashboards-tiers-open = “未结”指既未赢单也未丢单。
dashboards-scores = 评分分布
dashboards-scores-none = 没有任何线索有评分。
dashboards-scores-about = { $leads } 条线索的最近一次评分：一半在 { $median } 分及以上，中间 50% 在 { $lower } 至 { $upper } 分之间，平均 { $mean } 分。
dashboards-scores-unscored = { $leads } 条线索没有评分。
dashboards-moves = 层级迁移
dashboards-moves-none = 只考察了 { $to } 这一天：尚无迁移。
dashboards-moves-about = 每条线索的起点是 { $from } 结束时所处的层级；此后才出现的“新增”线索以首次评分的层级为起点。终点是 { $to } 结束时的状态。
dashboards-moves-counted = { $up } 条未结线索升级，{ $down } 条降级，{ $stayed } 条起止层级相同。
dashboards-moves-became-unscoreable = 另有 { $leads } 条未结线索变为无法评分。
dashboards-moves-got-tier = { $leads } 条起初无法评分的未结线索获得了评分。
dashboards-moves-still-unscoreable = { $leads } 条未结线索始终无法评分。
dashboards-moves-closed-before = { $leads } 条线索在 { $from } 结束前已赢单或丢单，不计在内。
dashboards-moves-read = 每行是起点，每列是终点：
dashboards-moves-corner = 起点
dashboards-moves-new = 其中新增
dashboards-state-won = 赢单
dashboards-state-hot = 热门
dashboards-state-warm = 温性
dashboards-state-cool = 冷却
dashboards-state-cold = 冷门
dashboards-state-unscoreable = 无法评分
dashboards-state-lost = 丢单
dashboards-sources = 按来源划分的平均评分
dashboards-sources-about = 最近一次评分，线索最多的来源在前。
dashboards-not-averaged = { $leads } 条线索没有评分，未计入平均值和中位数。
dashboards-hot = 热门线索数量趋势
dashboards-hot-none = 只考察了 { $to } 这一天：尚无趋势。
dashboards-hot-about = 每期内进入热门层级的线索数，以及期末处于热门层级的未结线索数。
dashboards-hot-again = 有 { $leads } 条线索不止一次进入，在每个这样的时期都计入。
dashboards-hot-gaps = 有 { $periods } 期没有任何评分：这是空缺，图中不作连接。
dashboards-became-hot = 进入热门
dashboards-hot-at-end = 期末热门
dashboards-2 = 仪表板 2：模型性能
dashboards-first-tier = 2.1、2.2 和 2.4 以线索首次评分的层级为准（考察期内首次评分的线索共 { $leads } 条）。最后的层级会美化模型：给出它时，线索的结局往往已大致可知。
dashboards-conversion = 各层级转化率
dashboards-conversion-about = 比率附 95% 置信区间。“赢单占已结”不计未结线索，“赢单占全部”将其视为未赢单，因此只会上升。
dashboards-first-tier-head = 首次层级
dashboards-won-of-closed = 赢单占已结
dashboards-won-of-all = 赢单占全部
dashboards-few = “样本少”表示不足 { $few } 条线索：只是个例，不足以算作比率。
dashboards-days = 转化时间
dashboards-days-none = 在此期间评分的线索中，尚无已知结束日期的赢单。
dashboards-days-about = 从首次评分到赢单之日的天数。仍未结的线索可能需要更久，因此早期数字只反映较快的线索。
dashboards-middle-half = 中间 50%
dashboards-shortest-longest = 最短至最长
dashboards-closing = 赢单和丢单时的评分
dashboards-closing-about = 线索赢单或丢单当日或之前的最后一次评分。
dashboards-closing-won = { $leads } 条赢单线索的评分中位数为 { $median }。
dashboards-closing-lost = { $leads } 条丢单线索的评分中位数为 { $median }。
dashboards-closing-unscoreable = 另有 { $leads } 条线索当时无法评分。
dashboards-closing-unscored = 另有 { $leads } 条线索当时没有评分。
dashboards-wrong = 误判
dashboards-wrong-about = 已赢单或丢单的线索，与其首次评分的层级对照：
dashboards-false-positives = 假阳性：{ $of } 条热门和温性线索中有 { $count } 条丢单，{ $share }
dashboards-false-positives-none = 假阳性：尚无热门或温性线索赢单或丢单
dashboards-false-negatives = 假阴性：{ $of } 条冷却和冷门线索中有 { $count } 条赢单，{ $share }
dashboards-false-negatives-none = 假阴性：尚无冷却或冷门线索赢单或丢单
dashboards-wrong-periods = 线索少的时期，比率仅凭偶然就会大幅波动。按线索赢单或丢单的时期：
dashboards-hot-warm-lost = 热门和温性丢单
dashboards-cool-cold-won = 冷却和冷门赢单
dashboards-of-closed = 已结总数
dashboards-3 = 仪表板 3：销售代表生产力影响
dashboards-minutes = 销售代表的时间
dashboards-minutes-none = 考察期内没有记录分钟数。
dashboards-minutes-about = 共 { $hours } 小时，其中 { $share } 用于热门和温性线索。分钟数计入线索当时所处的层级；先后在两个层级中跟进的线索在两层各计一次，没有分钟数的线索不计入。
dashboards-minutes-head = 分钟
dashboards-minutes-leads = 跟进的线索数
dashboards-minutes-per-lead = 每条线索分钟数
dashboards-minutes-by-rep = 按销售代表（分钟）：
dashboards-minutes-called = 热门和温性
dashboards-minutes-others = 其他
dashboards-minutes-called-share = 热门和温性占比
dashboards-rep-conversion = 销售代表按层级划分的转化率
dashboards-rep-conversion-none = 在此期间评分的线索尚无赢单或丢单。
dashboards-rep-conversion-about = 单元格为赢单数 / 已结总数（赢单与丢单之和），以首次评分的层级为准。比较销售代表时请谨慎：各人分到的线索不同；单元格中不足 { $few } 条线索时，仅凭偶然就会有很大差异。
dashboards-sla = 热门线索的首次联系
dashboards-sla-about = 考察期内有 { $leads } 条线索进入热门层级，均按首次进入判断。承诺是在一小时内首次联系。
dashboards-sla-none = 其中没有可以判断的线索。
dashboards-sla-in-time = 在可以判断的 { $of } 条线索中，{ $count } 条履行了承诺：{ $share }。
dashboards-sla-minutes = 一半的联系在 { $median } 分钟之内，中间 50% 在 { $lower } 至 { $upper } 分钟之间。
dashboards-sla-what = 情况
dashboards-sla-within = 一小时内联系
dashboards-sla-later = 超过一小时才联系
dashboards-sla-never = 未联系，且已超过一小时
dashboards-sla-before = 不判断：进入热门之前已联系
dashboards-sla-recent = 不判断：进入热门距历史记录结束不足一小时
dashboards-sla-untimed = 不判断：没有具体时间，或只有一方带时区
dashboards-pipeline = 各销售代表管线中的评分
dashboards-pipeline-none = 没有未结线索。
dashboards-pipeline-about = 既未赢单也未丢单的线索的最近一次评分，按最后的负责人划分。
dashboards-open-leads = 未结线索
dashboards-record = 需要记录的内容
dashboards-record-about = 历史记录缺少以下内容。每项增加一列，旁边所列的数字就会出现。
dashboards-record-what = 列
dashboards-record-for = 可得到
dashboards-record-outcome = `outcome`：线索的结局，如赢单或丢单
dashboards-record-closed = `closed date`：赢单或丢单的日期
dashboards-record-source = `source`：线索的来源
dashboards-record-owner = `owner`：线索的负责人
dashboards-record-minutes = `minutes`：从本次评分到下次评分在该线索上花费的分钟数
dashboards-record-first-contact = `first contact`：首次联系的日期和具体时间
dashboards-record-time-of-day = 每次评分除日期外的具体时间
dashboards-figure-score-by-source = 按来源划分的平均评分
dashboards-figure-won-and-lost-in-moves = 迁移中的赢单和丢单
dashboards-figure-conversion = 各层级转化率
dashboards-figure-days-to-conversion = 转化时间
dashboards-figure-closing-scores = 赢单和丢单时的评分
dashboards-figure-wrong-calls = 误判
dashboards-figure-wrong-calls-over-time = 各时期的误判
dashboards-figure-minutes = 销售代表在各层级上的时间
dashboards-figure-rep-conversion = 销售代表按层级划分的转化率
dashboards-figure-sla = 热门线索的首次联系
dashboards-figure-pipeline = 各销售代表管线中的评分
dashboards-chart-tiers = 各层级线索总数
dashboards-chart-tiers-text = 按最近一次评分的层级统计。{ $rows }。
dashboards-chart-leads = 线索数
dashboards-chart-all = 全部
dashboards-chart-open = 未结
dashboards-chart-row = { $name }：{ $value }
dashboards-chart-row-open = { $name }：{ $value }，其中未结 { $open }
dashboards-chart-scores = 最近一次评分
dashboards-chart-scores-text = 各评分段的线索数。{ $rows }。
dashboards-chart-range = { $low } 至 { $high }
dashboards-chart-score = 评分
dashboards-chart-moves = 层级迁移
dashboards-chart-moves-text = 左侧为起点，右侧为终点。{ $rows }。
dashboards-chart-move = { $from } 到 { $to } { $leads } 条
dashboards-chart-state = { $name } { $leads }
dashboards-chart-up = 升级或赢单
dashboards-chart-down = 降级或丢单
dashboards-chart-stayed = 未变或无法评分
dashboards-chart-state-won = 赢单
dashboards-chart-state-lost = 丢单
dashboards-chart-state-unscoreable = 无法评分
dashboards-chart-sources = 按来源划分的平均评分
dashboards-chart-sources-text = 最近一次评分的平均值。{ $rows }。
dashboards-chart-no-source = 无来源
dashboards-chart-mean = 平均值，线：中间 50%
dashboards-chart-median = 中位数，线：中间 50%
dashboards-chart-hot = 热门线索数量趋势
dashboards-chart-hot-text = 每期内进入热门的线索数，以及期末为热门的未结线索数。{ $rows }。
dashboards-chart-hot-row = { $name }：{ $became } 和 { $hot }
dashboards-chart-became-hot = 进入热门
dashboards-chart-hot-at-end = 期末热门
dashboards-chart-conversion = 按首次评分层级划分的转化率
dashboards-chart-conversion-text = 赢单占赢单和丢单线索之比，附 95% 置信区间。{ $rows }。
dashboards-chart-won-of-closed = 赢单占已结线索
dashboards-chart-of = { $value }（共 { $of } 条）
dashboards-chart-days = 从首次评分到赢单的天数
dashboards-chart-days-text = 按首次评分层级划分的天数中位数。{ $rows }。
dashboards-chart-days-axis = 天
dashboards-chart-closing = 赢单和丢单时的评分
dashboards-chart-closing-text = 赢单和丢单时各评分段的线索数。{ $rows }。
dashboards-chart-closing-row = { $name }：赢单 { $won }，丢单 { $lost }
dashboards-chart-won-leads = 赢单线索
dashboards-chart-lost-leads = 丢单线索
dashboards-chart-share-of-leads = 占此类线索之比
dashboards-chart-wrong = 各时期的误判
dashboards-chart-wrong-text = 各期赢单和丢单的线索中，热门和温性的丢单占比，以及冷却和冷门的赢单占比。{ $rows }。
dashboards-chart-wrong-row = { $name }：{ $lost } 和 { $won }
dashboards-chart-hot-warm-lost = 热门和温性丢单
dashboards-chart-cool-cold-won = 冷却和冷门赢单
dashboards-chart-share-of-closed = 占已结之比
dashboards-chart-minutes = 销售代表在各层级上的时间
dashboards-chart-minutes-text = 占全部分钟数之比。{ $rows }。
dashboards-chart-share-of-minutes = 占分钟数之比
dashboards-chart-pipeline = 各销售代表未结线索的评分
dashboards-chart-pipeline-text = 最近一次评分的平均值。{ $rows }。
dashboards-chart-nobody = 无人负责

# ---

## Sentences, audit

audit-excluded-asked = 按您的要求排除
audit-excluded-outcome = 结果本身
audit-excluded-empty = 没有交易有值
audit-excluded-suspect = 可能在结果出来之后才知道
audit-excluded-certain = 结果出来之后才知道
audit-excluded-names-deal = 是交易的编号
audit-excluded-names-row = 名称或编号，几乎每行都不同
audit-excluded-text = 自由文本
audit-excluded-date = 是时间点，而非特征
audit-excluded-constant = 所有交易的值都相同
audit-excluded-few-values = 只有 { $deals } 笔交易有值，少于 { $least } 笔
audit-excluded-many-levels = { $deals } 笔交易有 { $levels } 个不同取值，无法测量
audit-filled-by-outcome = 赢单交易的填写率为 { $won }，丢单交易为 { $lost }。
audit-filled-by-openness = 已结束交易的填写率为 { $closed }，未结交易为 { $open }。
audit-recorded-then-not = 只在历史的一段时间内记录，之后停止：期间填写率在 { $lowest } 至 { $highest } 之间。
audit-not-in-the-beginning = 起初没有记录：期间填写率在 { $lowest } 至 { $highest } 之间。
audit-blank-together = 与 { $fields } 在完全相同的交易中为空，似为一并写入。
audit-date-after-close = 在 { $share } 的交易中不早于 `{ $closing }`。
audit-date-last-of-row = 在 { $share } 的交易中是该行最晚的日期。
audit-days-to-close = 在 { $share } 的交易中等于从 `{ $start }` 到 `{ $end }` 的天数。
audit-ranks-alone = 单凭它就能在 { $share } 的配对中把赢单排在丢单之前（AUC { $auc }，在未用于得出该排序的交易上测得）。
audit-pure-values = 几乎只有一种结果的取值或区间覆盖 { $share } 的交易。
audit-value-of-won = { $won } 的赢单交易取值为 { $value }，丢单交易为 { $lost }。
audit-value-of-lost = { $lost } 的丢单交易取值为 { $value }，赢单交易为 { $won }。
audit-name-end = 名称表示交易的结束。
audit-name-process-time = 名称表示销售流程所用的时间或步骤，结束时才能完全知道。
audit-name-outcome = 名称表示结果或阶段。
audit-name-reason = 名称表示结果的原因。
audit-name-judgement = 名称表示随交易推进而修改的判断。
audit-name-closing = 名称表示随成交决定而来的文件或预测。
audit-name-duration = 名称表示持续时间，结束时才知道。
audit-name-index = 名称表示计算出的指数，可能随交易推进而修改。
audit-unreadable = 有 { $cells } 个单元格无法读作{ $kind }，按缺失处理。
audit-unreadable-from = 有 { $cells } 个单元格无法读作{ $kind }（首次出现在第 { $row } 行），按缺失处理。
audit-kind-number = 数值
audit-kind-category = 类别
audit-kind-flag = 是/否
audit-kind-date = 日期
audit-kind-set = 多选
audit-kind-identifier = 标识
audit-kind-text = 文本
audit-given-missing = 按构建选项，此处 { $texts } 视为缺失。
audit-merged = 合并了同一取值的不同写法：{ $merges }。
audit-merged-into = { $others } 并入 `{ $kept }`
audit-merged-beside = { $first }；{ $second }
audit-merged-more = { $merges }，另有 { $more } 处
audit-month-assumed = 日期无法判断日在前还是月在前，按月在前处理。
audit-one-value = 所有有值的交易取值都相同。
audit-nearly-one-value = 有值的交易中至少 99% 取值相同。
audit-level-for-missing = { $levels } 可能表示“未知”：若是，请用 { $option } 重新构建{ $count ->
    [1] {""}
   *[other] ，只列出确实如此的取值
    }。
audit-code-for-missing = { $deals } 笔交易取值为 { $value }，与其他取值相差甚远：若表示“未知”，请用 { $option } 重新构建。
audit-negative = { $deals } 笔交易为负值，而其他交易几乎没有负值。
audit-extreme-values = { $deals } 笔交易远高于其他交易（超过 { $bound }，中位数为 { $median }）。
audit-before-1900 = { $dates } 个日期早于 1900 年。
audit-far-ahead-dates = { $dates } 个日期比几乎所有其他日期晚五年以上。
audit-fault-of = { $fields }：{ $fault }
audit-repeated-rows = { $rows } 行（{ $share }）与之前的某行完全相同；重复录入的交易会重复计数。
audit-rows-alike = { $rows } 行（{ $share }）与之前的某行完全相同；因各列能区分的太少，这些行视为不同的交易。
audit-nearly-repeated-rows = { $rows } 行（{ $share }）除标识外与之前的某行完全相同；重复录入的交易会重复计数。
audit-further-rows-nearly-repeated = 另有 { $rows } 行（{ $share }）除标识外与之前的某行完全相同。
audit-repeated-names = { $rows } 行的 `{ $field }` 与之前的某行相同。
audit-too-few-deals = { $deals } 笔已结束交易（赢单 { $won } 笔，丢单 { $lost } 笔）不足以构建模型：请至少收集 { $least } 笔。
audit-few-deals = { $deals } 笔已结束交易（赢单 { $won } 笔，丢单 { $lost } 笔）只能看出强效应；达到 { $wanted } 笔才足以支撑高置信度。
audit-few-won = { $deals } 笔已结束交易（赢单 { $won } 笔，丢单 { $lost } 笔）总数足够，但赢单太少，只能看出强效应。
audit-few-lost = { $deals } 笔已结束交易（赢单 { $won } 笔，丢单 { $lost } 笔）总数足够，但丢单太少，只能看出强效应。
audit-enough-deals = { $deals } 笔已结束交易（赢单 { $won } 笔，丢单 { $lost } 笔）的数量足以支撑高置信度。
audit-deals-with-value = { $deals } 笔交易有值。
audit-thin-levels = { $deals } 笔交易有值；{ $levels } 个取值中有 { $thin } 个不足 { $least } 笔交易。
audit-early-losses-lacking = { $rate } 的交易赢单，若计入所有线索则高得不合理：历史中可能缺少早期丢失的线索。由这样的历史得出的评分排序的是销售机会，而非原始线索；若要给原始线索评分，请补充早期放弃的线索。
audit-early-losses-unknown = { $rate } 的交易赢单，属合理水平；数据无法显示是否包含转化为销售机会之前放弃的线索。
audit-closed-only = 模型只基于已结束交易：未留记录即被放弃的线索不在其中。
audit-closed-only-some-open = 模型只基于已结束交易：未留记录即被放弃的线索以及 { $open } 条未结线索不在其中。
audit-time-too-few = { $deals } 笔交易太少，无法考察随时间的变化。
audit-time-sorted = 各行按结果排序，行序不反映时间；没有日期列，无法考察随时间的变化。
audit-time-found = { $basis }，分成 { $periods } 段、每段交易数大致相等，各段赢单率在 { $lowest } 至 { $highest } 之间（最早 { $first }，最近 { $last }；卡方检验 { $p }）。{ $advice }
audit-time-by-date = 按 `{ $column }` 排序
audit-time-by-rows = 按行序（`{ $column }` 随之递增）
audit-time-by-rows-backwards = 按从末行到首行的顺序（`{ $column }` 随之递增）
audit-time-by-rows-unsure = 按行序（没有日期列，以行序为时间顺序）
audit-time-hold-out-latest = 变化很大：请预留最新的交易，随机预留会使模型显得更好。
audit-time-differs = 差异超出偶然，但赢单率时升时降，并非朝一个方向变化（最早三分之一 { $older }，最近三分之一 { $newer }）。{ $hold_out }
audit-time-no-change = 这可能出于偶然。{ $hold_out }
audit-time-random-will-do = 随机预留即可。
audit-time-latest-is-stricter = 随机预留即可；但字段的取值随时间变化，预留最新交易（{ $option }）更为严格。
audit-time-doubt = 赢单率在历史期间发生变化（最早十分之一为 { $first }，最近十分之一为 { $last }），随机预留无法显示这对新线索的影响：请用最新的交易重新检验模型（方法见 1.3 节）。
audit-moment-date = { $date }
audit-moment-none = 无日期
audit-moment-row = 第 { $row } 行
audit-shifts = `{ $field }` 的取值在历史的后半段发生变化（稳定性指数 { $index }）。
audit-shifts-with-filling = `{ $field }` 的取值在历史的后半段发生变化（稳定性指数 { $index }），填写率在 { $lowest } 至 { $highest } 之间。
audit-left-out-certain = 以下字段在结果出来之后才知道，已排除：{ $fields }。
audit-left-out-suspect = 以下字段很可能在结果出来之后才知道，已排除：{ $fields }。
audit-filled-unevenly = 请确认 `{ $field }` 的记录时间。{ $evidence }若在结果之后记录，请将其排除（{ $option }）后重新构建。
audit-state-at-export = { $fields } 反映的是数据导出时的状态，可能晚于结果：若是如此，请将其排除（{ $option }）后重新构建。
audit-kept-suspect = 按您的指定保留使用，尽管疑似结果出来之后才知道：{ $fields }；准确率会显得虚高。
audit-no-date = 没有日期列，无法确定过去是否与现在相似。
audit-mostly-empty = { $fields } 在不到一半的交易中有值。
audit-shifted-field = `{ $field }`（{ $level }：前半占 { $older }，后半占 { $newer }）
audit-level-range = { $from } 至 { $to }
audit-level-yes = 是
audit-level-no = 否
audit-level-named = “{ $level }”
audit-level-missing = 未记录
audit-values-shift = 取值在历史前后两半之间不同，差异最大的是 { $fields }；由此得出的规律未必持久。
audit-not-causes = 历史只显示哪些特征与赢单相伴，不说明因果。
audit-more = 另外 { $count } 个
audit-cost-industry = 模型无法区分行业，而行业往往是匹配度的最强指标。
audit-cost-company-size = 规模不在最优区间的企业与区间内的企业得分相同。
audit-cost-revenue = 购买力只能由其他字段推测。
audit-cost-lead-source = 推荐线索与陌生线索得分相同，也无法评价任何渠道。
audit-cost-deal-size = 层级只计交易笔数，不计金额：大单与小单同等看待。
audit-cost-cycle-length = 不知道成交需要多久，产能只能按数量规划。
audit-cost-loss-reason = 报告无法说明丢单原因，也无法说明每种原因的特征。
audit-cost-touches = 无法用销售与线索的互动次数衡量互动深度。
audit-cost-stakeholders = 单线联系的交易与有采购委员会的交易无法区分。
audit-cost-engagement = 线索的行动（打开、下载、参会、咨询）不影响评分。
audit-cost-intent = 正在采购的线索与只是浏览的线索无法区分。

# ---

## Sentences, lift and fit

lift-not-recorded = 未记录
lift-yes = 是
lift-no = 否
lift-any-value = 任意值
lift-under = 低于 { $to }
lift-or-more = { $from } 及以上
lift-at-least = 至少 { $from }
lift-to = { $from } 至 { $to }
lift-to-under = { $from } 至不足 { $to }
lift-value-zero = 值 0
lift-digits = { $digits } 位有效数字
lift-digits-at-most = 至多 { $digits } 位有效数字
lift-digits-to = { $from } 至 { $to } 位有效数字
lift-digits-or-more = { $from } 位及以上有效数字
lift-any-other-combination = 其他任意组合

# ---

## Sentences, calibration

calibration-respond-hot = 1 小时内致电
calibration-respond-warm = 4 小时内致电
calibration-respond-cool = 24 小时内发送邮件
calibration-respond-cold = 仅自动化培育
calibration-work-hot = 由资深销售代表立即通过电话、邮件和 LinkedIn 触达，首次触达即预约会议。
calibration-work-warm = 由分配的销售代表通过电话和邮件跟进，优先于全新线索开发，48 小时内安排演示。
calibration-work-cool = 自动化培育，搭配销售代表个性化触点：每月跟进电话、活动邀请、每周重新评分。
calibration-work-cold = 由营销团队以自动化营销活动培育；除非评分变化，否则不占用销售代表时间。每季度重新评估，或移出管线。
calibration-one-score = 所有交易评分相同，因此未划分层级。
calibration-not-higher = 评分较高的交易并未更常赢单，因此未划分层级。
calibration-outside = { $scores } 个评分中有 { $outside } 个超出评分卡范围，按最近的边界计。
calibration-grouped = 为搜索分界，{ $scores } 个不同评分被归并为 { $groups } 组。
calibration-no-such-hot = 不存在至少 { $deals } 笔交易且赢单率达{ $rate }的热门层级。
calibration-hot-holds-fewer = 占比不超过{ $share }（`max_hot_share`）的热门层级中，没有一个能同时做到赢单率{ $rate }、占全部赢单的 { $wins } 并与温性层级明显区分；因此热门层级按赢单率{ $rate }划分，并取得在此条件下几乎最多的赢单。
calibration-hot-holds-too-few = 热门层级的赢单率达到期望的{ $rate }或以上，但所含赢单不到全部 { $wins } 笔中的 { $needed } 笔（{ $aim }）：若要同时达到这一赢单率和这一数量，四个层级就不够大或区分不开；因此在四个层级最能区分赢单与丢单的位置划分。
calibration-hot-not-held = 若要热门层级的赢单率达到{ $rate }，且含全部 { $wins } 笔赢单中的 { $needed } 笔（{ $aim }），四个层级就不够大或区分不开；因此在四个层级最能区分赢单与丢单的位置划分，热门层级的赢单率可能较低。
calibration-aim-share = 即其 { $share }
calibration-aim-nearly-all = 即热门不超过 { $most } 笔交易时，在这一赢单率下所能包含的最多赢单数的 { $share }
calibration-less-confident = 交易太少或评分太接近，无法以 95% 的置信度（单侧）区分所有相邻层级；以 80% 的置信度可以。
calibration-not-confident = 赢单率逐级下降，但其中一些差距并不大于偶然波动。
calibration-cold-smaller = 没有分界能使冷门线索达到期望的占比；冷门层级较小。
calibration-few-deals = 部分层级少于 { $wished } 笔交易（至少 { $least } 笔）；其赢单率不确定。
calibration-hot-larger = 评分过粗，无法使热门层级保持期望的大小；热门层级较大。
calibration-empty-tiers = 评分的不同取值太少，不足以划分四个层级；部分层级为空。
calibration-raised = 为适应销售工时，热门从 { $hot_before } 分改为 { $hot } 分起，温性从 { $warm_before } 分改为 { $warm } 分起。
calibration-shortage = 热门与温性线索每月需要{ $needed } 个销售工时，可用{ $available } 个销售工时：还需 { $reps } 名销售代表，或减少线索，或缩短每条线索的用时。

# ---

## Sentences, validation

split-random = 随机抽样，按结果分层，随机种子 { $seed }
split-random-by-group = 随机抽样，按结果分层，随机种子 { $seed }，`{ $group }` 相同的交易归在一起
split-latest-by-rows = 按行顺序取最新的交易
split-latest-by-column = 按 `{ $column }` 取最新的交易
split-by-value = `{ $column }` 为 `{ $value }` 的交易
metric-auc = AUC
metric-accuracy = 准确率（热门和温性视为预测赢单）
metric-hot-precision = 热门层级精确率
metric-hot-recall = 热门层级召回率
metric-hot-f1 = F1 值（热门层级）
metric-hot-warm-precision = 热门与温性层级精确率
metric-hot-warm-recall = 热门与温性层级召回率
metric-hot-warm-f1 = F1 值（热门与温性层级）
metric-tier-separation = 层级区分度（热门平均评分减冷门平均评分）
metric-spearman = 秩相关系数（评分与结果的 Spearman 相关）
metric-average-precision = 平均精确率
metric-ks = 赢单与丢单评分的最大差距（Kolmogorov-Smirnov）
metric-brier = 概率的均方误差（Brier，越低越好）
metric-log-loss = 对过于自信的概率的惩罚（对数损失，越低越好）
metric-ece = 概率与赢单率的平均差距（校准误差，越低越好）
metric-wins-among-top = 评分最高的 { $share } 所含赢单占全部赢单的比例
metric-points = { $points } 分
metric-not-defined = 未定义
metric-one-call-won = 将每笔交易都预测为赢单，准确率即为 { $share }；在此基础转化率下，该目标说明不了什么。
metric-one-call-lost = 将每笔交易都预测为丢单，准确率即为 { $share }；在此基础转化率下，该目标说明不了什么。
metric-out-of-reach-of-hot = 以热门层级的这一规模，任何模型都达不到：热门交易 { $hot } 笔、赢单 { $wins } 笔时，最高为 { $most }。
metric-demanding-precision = 基础转化率为 { $base } 时，该目标要求热门层级的赢单率达到平均交易的 { $lift } 倍。
metric-fifth-of-range = 目标为评分卡分值范围的五分之一。
metric-spearman-out-of-reach = 任何模型都达不到：基础转化率为 { $base } 时，这些评分最高只能达到 { $most }。
metric-demanding-spearman = 基础转化率为 { $base } 时，该目标要求 AUC 高于 { $auc }。
verdict-no-signals = 您的数据无法预测谁会购买：没有任何字段能在偶然之外区分赢单与丢单，因此模型没有信号，也没有线索获得评分。
verdict-predicts-nothing = 您的数据无法预测谁会购买：{ $pairs }。
verdict-too-few-to-say = 尚未证明您的数据能预测谁会购买：{ $pairs }，且交易太少，无法判断偶然因素的影响有多大。
verdict-chance-explains = 尚未证明您的数据能预测谁会购买：{ $pairs }，仅凭偶然即可解释（95% 区间 { $lower } 至 { $upper }）。请收集更多交易。
verdict-pairs = 在模型从未见过的 { $deals } 笔交易（赢单 { $won } 笔，丢单 { $lost } 笔）上，{ $share } 的配对中赢单交易得分高于丢单交易；抽签为 50%
verdict-auc-not-sure = 排序优于随机，但优势多大并不确定：AUC { $auc }；应能确定至少达到 { $wanted }。
verdict-auc-with-interval = { $auc }（95% 区间 { $lower } 至 { $upper }）
verdict-no-tiers = 无法将评分划分为层级。
verdict-not-monotone = 在预留数据集上，赢单率并非逐层下降；请将次序颠倒的层级视为同一层级。
verdict-empty-tiers = 预留数据集中没有{ $tiers }层级的交易：其评分与用于构建的交易的评分分布不同，因此预期转化率和数量在那里不成立。
verdict-either = { $one }或{ $other }
verdict-target-missed = 未达目标：{ $metric }为 { $value }，目标为高于 { $target }。
verdict-target-met-exactly = 未达目标：{ $metric }为 { $target }；目标为高于该值。
verdict-target-missed-with-note = { $missed }{ $note }
verdict-small-hold-out = 预留数据集较小：{ $deals } 笔交易，赢单 { $won } 笔，丢单 { $lost } 笔；若至少有 { $enough } 笔，且赢单、丢单各不少于 { $each } 笔，结论会更可靠。
verdict-every-target-passed = 在模型从未见过的 { $deals } 笔交易上，所有目标均已通过：AUC { $auc }，从热门到冷门赢单率从不回升。
verdict-hot = 热门
verdict-warm = 温性
verdict-cool = 冷却
verdict-cold = 冷门
fix-no-false-positives = 没有假阳性。
fix-no-false-negatives = 没有假阴性。
fix-by-reading = 阅读这 { $deals } 笔交易的备注：备注中有而任何列都没有的信息，就是下一个应记录的字段。
fix-by-nothing = 不必为 `{ $field }` = `{ $level }` 设规则：从全部 { $deals } 笔此类交易（构建用与留出）看，评分在这一方向上的偏差不足 1 分。
fix = { $fault }：{ $remedy }。
fix-fault-not-scored = 评分卡未给 `{ $field }` 分值
fix-fault-points = 评分卡的分值不适合 `{ $field }` = `{ $level }`
fix-fault-row = 评分卡将 `{ $level }` 与{ $others }同样评分
fix-fault-combination = 评分卡仅在组合中给 `{ $field }` = `{ $level }` 分值，且与{ $others }同样评分
fix-remedy-rule = 为 `{ $field }` = `{ $level }` 设一条规则，使评分变动约 { $points } 分（按全部 { $deals } 笔此类交易估计）
fix-remedy-learn-or = 待更多此类交易结束后重新构建，或{ $rule }
fix-named-value = `{ $value }`
fix-more-values = 另外 { $more } 个取值
level-value = { $value }
level-contains = 包含 { $item }
level-yes = 是
level-no = 否
level-range = { $low } 至 { $high }
level-range-under = { $low } 至不足 { $high }
level-from = { $low } 及以上
level-under = 低于 { $high }
level-digits = { $digits } 位有效数字
level-digits-at-most = 至多 { $digits } 位有效数字
level-digits-range = { $first } 至 { $digits } 位有效数字
level-digits-from = { $digits } 位及以上有效数字
level-any-number = 任意数值
level-not-recorded = 未记录

# ---

## Sentences, report: header and data

sentences = { $first }{ $second }
names-and-more = { $names }，另有 { $more } 个
header-drift-but-latest-held-out = 赢单率在历史期间从 { $first } 变为 { $last }：各项指标来自模型未见过的最新交易
header-drift-and-random-hold-out = 赢单率在历史期间从 { $first } 变为 { $last }：预留数据为随机抽样，因此指标偏乐观；预留最新交易的方法见 1.3 节
header-drift-and-other-hold-out = 赢单率在历史期间从 { $first } 变为 { $last }：预留数据不是最新的交易，因此指标无法反映这对新线索的影响
header-confidence-drift = 赢单率在历史期间从 { $first } 变为 { $last }，而预留数据为随机抽样：指标偏乐观。
header-provided-known-before = 前提是 { $fields }（在 { $range } 分的评分范围中占 { $points } 分）在结果出来之前已知：请先核实（1.3 节）。
guide-known-before = { $fields }（在 { $range } 分的评分范围中占 { $points } 分）是否在结果出来之前已知。
header-exactness-of = { $field } 的精确程度
header-confidence-known-when = 在 { $range } 分的评分范围中，有 { $points } 分来自可能在结果出来之后才记录的内容（1.3 节）。
header-confidence-verdict = 上述结论使置信度无法更高。
header-confidence-no-signals = 没有字段能超出偶然地区分赢单与丢单。
header-confidence-enough-but-no-signals = { $deals } 笔已结束交易已足够；已记录的字段没有预测力。
header-confidence-unmeasured = 排序能力无法测量。
header-confidence-no-interval = AUC 受偶然影响的程度未知。
header-confidence-auc = 在 { $deals } 笔未见过的交易上，AUC 为 { $auc }（95% 置信区间 { $lower } 至 { $upper }）。
header-confidence-wide-auc = 在 { $deals } 笔未见过的交易上，AUC 为 { $auc }；95% 置信区间 { $lower } 至 { $upper } 仍较宽。
data-all-learned-from = 全部已结束交易，用于构建
data-learned-from = 已结束交易，用于构建
data-held-out-for-figures = 已结束交易，预留用于第六部分的指标
data-held-out = 已结束交易，预留
data-current-leads = 当前线索
data-no-key-fields = 无：模型没有信号
data-see-quality = { $reason }（见 1.2 节）
data-missing-with-points = `{ $field }` 在 { $share } 的交易中缺失；评分卡将缺失单独计分（{ $points }）。
data-missing-without-points = `{ $field }` 在 { $share } 的交易中缺失；缺失值不计分。
data-missing-in-more = 另有 { $fields } 个字段缺失超过 5%：见上表。
data-loss-reasons-recorded = `{ $field }` 仅在 { $share } 的丢单交易中填写。
data-few-deals-behind = `{ $field }` 有分值，但其部分取值背后的交易很少：{ $levels }。
data-level-of-deals = `{ $level }`（{ $deals } 笔）
data-flag-of-deals = “{ $level }”（{ $deals } 笔）
data-more-levels = 另外 { $count } 个
data-few-deals-in-more = 另有 { $fields } 个有分值的字段也是如此。
data-exact-figures = { $fields } 的书写精确程度带来分值。请确认精确数字的录入时间：若随报价录入，该字段不应进入模型。
data-protected-scored = { $fields }参与计分，涉及法律或政策通常保护的属性（{ $attributes }）：用评分对个人作决定之前，请先审查；用 { $option } 可将其排除后重新构建。
data-protected-measured = { $fields }涉及法律或政策通常保护的属性（{ $attributes }）；此处没有分值，但重新构建后可能有分值：用 { $option } 可将其排除。
header-protected = { $fields }参与计分，涉及法律或政策通常保护的属性（{ $attributes }）：须审查之处见 1.3 节。
protected-age = 年龄
protected-sex = 性别
protected-ethnicity = 民族或种族
protected-nationality = 国籍
protected-religion = 宗教
protected-family = 婚姻家庭状况
protected-disability = 残疾
protected-pregnancy = 怀孕
protected-health = 健康
data-latest-to-hold-out = 变化很大：请预留最新的四分之一交易（{ $option }），随机预留会使模型显得更好。
data-latest-were-held-out = 预留的是最新的交易，因此第六部分的指标反映了这对模型的影响。

# ---

## Sentences, report: patterns and model

label-named = { $name }：{ $bin }
label-both = { $first } + { $second }
label-more = { $names } 及另 { $more } 个
label-rarer = { $names } 及另 { $more } 个较少见的取值
label-or-more = { $names } 或另 { $more } 个之一
label-any-known = 任一已知取值
label-any-known-but = 除 { $value } 外的任一已知取值
label-exactness = { $field }（数字精确度）
label-item = { $field }（{ $item }）
label-is = { $value }
label-contains = 包含 { $value }
label-lacks = 不含 { $value }
label-no-value = 未记录
label-value-missing = 有值缺失（已列出的除外）
label-anything-else = 其他任意值
label-the-combination = 组合
because-chance = 其差异可能出于偶然（{ $p }）
because-nothing-to-compare = 没有可比较的内容
because-overlaps = 与 `{ $field }` 重叠（对数几率相关系数 { $correlation }），在现有信号之外增益过小
because-carried = 其大部分效应已由 `{ $field }` 承载（对数几率相关系数 { $correlation }）
because-crowded = 未参与尝试：只有最显著的 { $tried } 个字段一同加权
because-weak = 与其他信号并列时，其效应过小
because-rounded = 其效应取整后为 0 分
because-only-combined = 仅在 { $combinations } 个组合中有分值
because-no-place = 不值得占用一个位置
data-outcome = `{ $column }` 列区分赢单（{ $won }）与丢单（{ $lost }）。
flat-no-effect = 无论正负，效应均不超过 20%。
flat-unsure = 交易过少，无法判断。
flat-chance = 差异可能出于偶然。
flat-untested = 交易太少，无法判断：{ $all } 笔中仅 { $deals } 笔。
flat-alike = 有差异的交易过少，无法比较。
measures-firmographic = 衡量线索是谁、交易内容以及由谁负责：即线索采取行动之前已有的情况。
measures-behavioral = 衡量线索已采取的行动。
measures-engagement = 衡量线索互动的频率、时效性和广度。
measures-intent = 衡量表明企业处于主动采购流程的外部信号。
record-industry = 行业
record-employees = 员工数量
record-revenue = 营收范围
record-country = 国家
record-technology = 所用技术
record-demos = 演示与报价请求
record-webinars = 研讨会参与情况
record-downloads = 下载
record-first-engagement = 每条线索的初始互动
record-last-activity = 距上次互动的天数
record-meetings = 会议
record-contacts = 参与互动的联系人数
record-surges = 研究激增
record-funding = 融资
record-hiring = 招聘
record-contracts = 竞争对手合同
record = { $fields }
record-before-outcome = { $fields }，均以结果产生之前的状态为准
record-with-day = { $fields }，并注明获知日期
rule-is = 为 { $values }
rule-at-least = 不低于 { $bound }
rule-below = 低于 { $bound }
rule-other = 符合该规则的条件
strategy-joint = 所有字段一同加权，含义相同的两个字段不会重复计分
strategy-interactions = 联合评分卡，另为两个字段的组合单独计分
strategy-proportional = 每个显著字段按其全部提升倍数计分，不考虑其他字段
strategy-sparse = 少数单个取值配以小整数，便于手工计分
strategy-foreign = 外部策略
strategy-unknown = 本报告未知的策略

# ---

## Sentences, report: tiers, CRM, runbook

guide-one-of-two = { $first } 或 { $second }
guide-points-fall = { $from } 递减至 { $to }

# ---

## Sentences, report: validation

validation-not-defined = 未定义
validation-points = { $points } 分
validation-exactly = 恰为 { $value }
validation-target = > { $target }
validation-interval = { $lower } 至 { $upper }
validation-interval-of-points = { $lower } 至 { $upper } 分
validation-one-call-won = 全部预测为赢单即有 { $share }
validation-one-call-lost = 全部预测为丢单即有 { $share }
validation-base-rate-beside = 预留交易中赢单占 { $share }
validation-note = { $metric }：{ $note }
validation-row = 第 { $row } 行
validation-deal-of = { $deal }，{ $company }
validation-gave = { $value }（{ $points } 分）
validation-gave-of = { $value }（{ $points } 分，最高 { $most }）
validation-and-more-deals = { $deal }及另外 { $more } 笔
validation-lost-to = 丢单原因：{ $reason }
validation-tally = { $reason }（{ $deals } 笔）
validation-no-single-signal = 没有突出的单个信号
clauses = { $one }；{ $other }
name-from-data = { $name }
value-of-field = { $field }：{ $value }
value-digits = { $digits } 位有效数字
value-with-digits = { $value }，{ $digits } 位有效数字
value-both = { $one } + { $other }
value-contains = { $field } 包含 { $item }
value-lacks = { $field } 不含 { $item }
value-yes = 是
value-no = 否
value-not-recorded = 未记录

# ---

## Sentences, report: leads

no-signal-gives-points = 没有信号给分
leads-person-with-title = { $name }，{ $title }
leads-firmographic = 企业画像匹配度
leads-behavioral = 行为信号
leads-engagement = 互动深度
leads-intent = 意向指标
leads-standing = { $dimension }：{ $points } 分（{ $lowest } 至 { $highest }）
leads-if-known = { $lowest } 至 { $highest }：{ $fields }
leads-more-fields = 另外 { $fields } 个字段
leads-call = 致电
leads-call-with = 致电：{ $openings }
leads-fill-in-first = 先补全“{ $field }”并重新评分；然后，{ $then }
leads-fill-in = 补全“{ $field }”，然后重新评分
leads-quoted = “{ $text }”
leads-openings = { $one }，并{ $other }
leads-refer-to-origin = 提及{ $values }和线索来源（{ $origin }）
leads-refer-to = 提及{ $values }
leads-build-on = 以{ $values }为基础继续推进
leads-while-fresh = 趁热跟进（{ $values }）
leads-ask-about = 询问{ $values }的缘由
leads-mention-profile = 针对企业画像切入（{ $values }）
leads-from-origin = 提及线索来源（{ $values }）
leads-follow-up = 电话跟进
leads-step-get-in-touch = 再次联系（{ $bins }，{ $points } 分）
leads-step-do = 争取{ $bins }（{ $points } 分）
leads-step-find-out = 了解是否为{ $bins }（{ $points } 分）
leads-more-steps = 另需 { $steps } 步
leads-hot-if-becomes = 电话和邮件跟进；如{ $name }变为{ $value }，即升为热门（{ $points } 分）
leads-hot-if = 电话和邮件跟进；如记录到{ $bin }，即升为热门（{ $points } 分）
leads-nothing-closes = 电话和邮件跟进；已没有可使其升为热门的变化
leads-does-not-close = { $steps }（仅此不足以弥补分差）
leads-to-warm = 距温性层级 { $points } 分：{ $steps }
leads-nurture-profile = 投入更多精力之前先核实企业画像；保留在资讯邮件名单中
leads-nurture-behavior = 发送产品对比或投资回报指南
leads-nurture-engagement = 邀请参加活动，每月联系一次；接触第二位联系人
leads-nurture-intent = 发送品类知识内容；留意采购契机
leads-nurture-plain = 进入培育流程，每月联系一次
leads-disqualified = 被人工规则 { $rule } 取消资格
leads-cold-without-signals = 没有信号给分
leads-remove = 从活跃管线中移除
leads-fill-in-gaps = 补全缺失数据后重新评分
leads-leave-to-marketing = 交由营销团队；下季度重新评估

# ---

## Sentences, report: charts and page


# ---
