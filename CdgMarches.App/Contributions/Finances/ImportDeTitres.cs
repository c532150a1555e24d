using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Recouvrement;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Les titres pris en charge et les paiements reçus, rapprochés par notre numéro d'appel ; ce qui n'est à personne est listé.</summary>
public sealed class ImportDeTitres(HorlogeLegale horloge) : IImportDeContributions
{
    private static readonly ColonneDImport<string?> Appel = Colonnes.Texte("N° appel", 40) with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Numéro d'appel", "Référence", "N° facture"],
    };

    private static readonly ColonneDImport<string?> NumeroDeTitre = Colonnes.Texte(
        "N° titre",
        AppelDeContribution.LongueurDuNumeroDeTitre
    ) with
    {
        VideConserve = true,
        Alias = ["Numéro de titre"],
    };

    private static readonly ColonneDImport<DateOnly?> DateDeTitre = Colonnes.Date("Date titre") with
    {
        VideConserve = true,
        Alias = ["Date du titre"],
    };

    private static readonly ColonneDImport<DateOnly?> PayeLe = Colonnes.Date("Payé le") with
    {
        VideConserve = true,
        Alias = ["Date de paiement"],
    };

    private static readonly ColonneDImport<MontantTtc?> Montant = Colonnes.MontantTtc("Montant du versement TTC") with
    {
        VideConserve = true,
        Alias = ["Montant du versement", "Montant payé", "Payé", "Montant réglé"],
    };

    private static readonly ColonneDImport<string?> ReferenceDuPaiement = Colonnes.Texte(
        "Référence du paiement",
        Paiement.LongueurDeLaReference
    ) with
    {
        VideConserve = true,
    };

    public string Nature => "titres";

    public string Titre => "Importer les titres et les paiements";

    public string Consigne =>
        "Un versement par ligne : « N° appel », puis ce que le comptable sait : « N° titre », « Date titre », « Payé le », « Montant du versement TTC », « Référence du paiement ». Le montant est celui de ce versement, non le total payé ; un versement déjà noté (même appel, même jour, même montant, même référence) ne compte pas deux fois. Une ligne dont le numéro n'est pas à nous est listée, et n'écrit rien.";

    public PlanDImport Plan { get; } = new("Titres", Appel, NumeroDeTitre, DateDeTitre, PayeLe, Montant, ReferenceDuPaiement);

    public async Task<ApercuDImport> ExaminerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        TableurLu tableur,
        ParametresDImport parametres,
        CancellationToken annulation
    )
    {
        var lecture = Plan.Lire(tableur);
        var appels = await AppelsAsync(contexte, acteur, lecture.Lignes, annulation);
        Dictionary<string, Rapprochement> rapprochements = new(StringComparer.OrdinalIgnoreCase);
        foreach (var ligne in lecture.Lignes)
        {
            if (Cle(ligne) is { } cle && appels.GetValueOrDefault(Reference(ligne)) is { } appel)
            {
                rapprochements.TryAdd(cle, new Rapprochement(appel, DejaNote(ligne, appel)));
            }
        }

        var titres = await TitresConnus.LireAsync(contexte, appels.Values, annulation);
        Dictionary<AppelDeContributionId, MontantTtc> verses = [];
        return ApercuDImport.Construire(
            lecture,
            Cle,
            rapprochements.GetValueOrDefault,
            new Champs<Rapprochement>()
                .Avec(NumeroDeTitre, r => r.Appel.NumeroDeTitre)
                .Avec(DateDeTitre, r => r.Appel.DateDeTitre)
                .Avec(PayeLe, r => r.Deja?.Le)
                .Avec(Montant, r => r.Deja?.Montant)
                .Avec(ReferenceDuPaiement, r => r.Deja?.Reference),
            (ligne, rapprochement) =>
            {
                if (rapprochement is null)
                {
                    ligne.Refuser(
                        Appel,
                        $"« {ligne.Lire(Appel)} » n'est pas un de nos appels : la ligne n'est rapprochée de rien."
                    );
                    return;
                }

                ControlerLeTitre(ligne, rapprochement.Appel, titres);
                ControlerLeVersement(ligne, rapprochement, verses);
            }
        );
    }

    public async Task EcrireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ApercuDImport apercu,
        ParametresDImport parametres,
        CancellationToken annulation
    )
    {
        var lignes = apercu.LignesAEcrire.Select(l => l.Source).ToList();
        var appels = await AppelsAsync(contexte, acteur, lignes, annulation);
        foreach (var ligne in lignes)
        {
            var appel = appels[Reference(ligne)];
            if (ligne.Lire(NumeroDeTitre) is { } titre)
            {
                appel.Titrer(titre, ligne.Lire(DateDeTitre) ?? appel.DateDeTitre, horloge.Aujourdhui);
            }

            if (ligne.Lire(Montant) is { } verse && DejaNote(ligne, appel) is null)
            {
                appel.Encaisser(ligne.Lire(PayeLe), verse, ligne.Lire(ReferenceDuPaiement), horloge.Aujourdhui);
            }
        }

        await contexte.EteindreLesMisesEnDemeureAsync([.. appels.Values], horloge.Aujourdhui, annulation);
    }

    private void ControlerLeTitre(LigneDImport ligne, AppelDeContribution appel, TitresConnus titres)
    {
        if (ligne.Lire(NumeroDeTitre) is not { } titre)
        {
            return;
        }

        if (appel.NumeroDeTitre is { } connu && connu != titre)
        {
            ligne.Avertir(
                NumeroDeTitre,
                $"le titre n° {connu} est déjà noté pour cet appel ; importer la ligne le remplace par le n° {titre}."
            );
        }

        var verdict = appel.PeutTitrer(
            titre,
            ligne.Lire(DateDeTitre) ?? appel.DateDeTitre,
            horloge.Aujourdhui,
            titres.Autre(appel, titre)
        );
        Refuser(ligne, verdict);
        if (verdict.EstFavorable && !titres.Retenir(appel, titre))
        {
            ligne.Refuser(NumeroDeTitre, "une autre ligne du fichier donne un autre titre à cet appel.");
        }
    }

    private void ControlerLeVersement(
        LigneDImport ligne,
        Rapprochement rapprochement,
        Dictionary<AppelDeContributionId, MontantTtc> verses
    )
    {
        if (rapprochement.Deja is not null)
        {
            return;
        }

        var (appel, le) = (rapprochement.Appel, ligne.Lire(PayeLe));
        if (ligne.Lire(Montant) is not { } verse)
        {
            if (le is not null)
            {
                ligne.Refuser(Montant, "donnez le montant du versement.");
            }

            return;
        }

        var deja = verses.GetValueOrDefault(appel.Id);
        Refuser(ligne, appel.PeutEncaisser(le, verse, ligne.Lire(ReferenceDuPaiement), horloge.Aujourdhui, deja));
        if (ligne.EstEnErreur)
        {
            return;
        }

        verses[appel.Id] = deja + verse;
        if (appel.Paiements.Any(p => p.Le == le && p.Montant == verse))
        {
            ligne.Avertir(
                Montant,
                "un versement du même jour et du même montant est déjà noté sous une autre référence : vérifiez que c'en est bien un second."
            );
        }
    }

    private static void Refuser(LigneDImport ligne, Verdict verdict)
    {
        foreach (var obstacle in verdict.Obstacles)
        {
            ligne.Refuser(null, obstacle.Message);
        }
    }

    /// <summary>Le versement de la ligne, s'il est déjà noté : même jour, même montant, même référence.</summary>
    private static Paiement? DejaNote(LigneDImport ligne, AppelDeContribution appel) =>
        ligne.Lire(Montant) is { } montant
            ? appel.Paiements.FirstOrDefault(p =>
                p.Le == ligne.Lire(PayeLe)
                && p.Montant == montant
                && string.Equals(p.Reference ?? "", ligne.Lire(ReferenceDuPaiement) ?? "", StringComparison.OrdinalIgnoreCase)
            )
            : null;

    /// <summary>Ce qui distingue une ligne : l'appel, et le versement qu'elle apporte.</summary>
    private static string? Cle(LigneDImport ligne) =>
        Reference(ligne) is not { Length: > 0 } reference ? null
        : ligne.Lire(Montant) is { } montant
            ? string.Join(
                " · ",
                new[]
                {
                    reference,
                    Formats.DateCourte(ligne.Lire(PayeLe)),
                    Formats.Montant(montant),
                    ligne.Lire(ReferenceDuPaiement),
                }.Where(t => !string.IsNullOrEmpty(t))
            )
        : reference;

    private static string Reference(LigneDImport ligne) =>
        ReferenceDAppel.TryParse(ligne.Lire(Appel), out var reference) ? reference!.ToString() : ligne.Lire(Appel)?.Trim() ?? "";

    private static async Task<Dictionary<string, AppelDeContribution>> AppelsAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IEnumerable<LigneDImport> lignes,
        CancellationToken annulation
    )
    {
        List<ReferenceDAppel> references =
        [
            .. lignes
                .Select(l => ReferenceDAppel.TryParse(l.Lire(Appel), out var r) ? r : null)
                .OfType<ReferenceDAppel>()
                .Distinct(),
        ];
        Dictionary<string, AppelDeContribution> appels = new(StringComparer.OrdinalIgnoreCase);
        foreach (var exercice in references.GroupBy(r => r.Exercice))
        {
            foreach (var paquet in exercice.Chunk(500))
            {
                var numeros = paquet.Select(r => (int?)r.Numero).ToList();
                var lus = await contexte
                    .Appels.DuPerimetre(acteur)
                    .Where(a => a.Exercice == exercice.Key && numeros.Contains(a.Numero))
                    .ToListAsync(annulation);
                foreach (var appel in lus)
                {
                    appels[appel.Reference!.ToString()] = appel;
                }
            }
        }

        return appels;
    }

    /// <summary>Un appel, et le versement de la ligne s'il est déjà noté.</summary>
    private sealed record Rapprochement(AppelDeContribution Appel, Paiement? Deja);
}
