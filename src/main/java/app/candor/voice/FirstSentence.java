package app.candor.voice;

import java.util.regex.Pattern;

/** Whether the first sentence of an answer answers. */
final class FirstSentence {
    private static final Pattern YES_OR_NO =
            Pattern.compile(
                    "(?i)^(?:is|are|am|was|were|do|does|did|can|could|should|will|would|has|have|had|must|may)\\b");
    private static final Pattern ANSWERS =
            Pattern.compile(
                    "(?i)^[\"“]?(?:yes|no|not|none|nothing|nobody|never|only|all|every|each|some|in part|partly|it depends|that depends|you (?:can|cannot|do|need|should|must|may)|we (?:do|do not|don['’]t|did|did not|can|cannot|have|are|know|keep|store)|your|there (?:is|are|was|were)|until|if|as long as|this is not (?:yet )?known|that is not)\\b");
    private static final Pattern STALLS =
            Pattern.compile(
                    "(?i)^(?:thank(?:s| you)|(?:this|that|it) is (?:a|an) (?:good|great|important|fair|common|excellent|valid) question|good question|great question|we (?:understand|appreciate|realise|realize|know (?:that )?(?:this|how|you))|as you (?:may|might|know)|before we|first of all|to begin with|let us|in order to answer|we(?:['’]re| are) (?:aware|glad|happy|pleased)|many (?:customers|people) (?:ask|have asked)|we (?:often|frequently) (?:get|hear))\\b");

    private FirstSentence() {}

    static boolean answers(String question, String first) {
        if (STALLS.matcher(first).find()) {
            return false;
        }
        return !YES_OR_NO.matcher(question.strip()).find() || ANSWERS.matcher(first).find();
    }
}
