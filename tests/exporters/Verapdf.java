import java.io.File;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks each file named for PDF/UA-1 and PDF/A-3a; a line of tab-separated fields for each rule broken. */
class Verapdf {
    public static void main(String[] paths) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A}) {
                check(path, flavour);
            }
        }
    }

    private static void check(String path, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(String.join("\t", "checked", path, flavour.getId(), "" + result.isCompliant()));
            Set<String> seen = new TreeSet<>();
            for (TestAssertion broken : result.getTestAssertions()) {
                String rule = broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber();
                if (broken.getStatus() == TestAssertion.Status.FAILED && seen.add(rule)) {
                    String where = broken.getLocation().getContext();
                    System.out.println(String.join("\t", "broken", path, flavour.getId(),
                            rule, broken.getMessage().replaceAll("\\s+", " "), where));
                }
            }
        }
    }
}
