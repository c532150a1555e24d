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

    private static readonly ColonneDImport<MontantHt?> Montant = Colonnes.MontantHt("Montant payé") with
    {
        VideConserve = true,
        Alias = ["Payé", "Montant réglé"],
    };

    private static readonly ColonneDImport<string?> Reference = Colonnes.Texte(
        "Référence du paiement",
        Paiement.LongueurDeLaReference
    ) with
    {
        VideConserve = true,
    };

    public string Nature => "titres";

    public string Titre => "Importer les titres et les paiements";

    public string Consigne =>
        "Un appel par ligne : « N° appel », puis ce que le comptable sait : « N° titre », « Date titre », « Payé le », « Montant payé ». Une ligne dont le numéro n'est pas à nous est listée, et n'écrit rien.";

    public PlanDImport Plan { get; } = new("Titres", Appel, NumeroDeTitre, DateDeTitre, PayeLe, Montant, Reference);

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
        return ApercuDImport.Construire(
            lecture,
            l => Cle(l.Lire(Appel)),
            appels.GetValueOrDefault,
            new Champs<AppelDeContribution>()
                .Avec(NumeroDeTitre, a => a.NumeroDeTitre)
                .Avec(DateDeTitre, a => a.DateDeTitre)
                .Avec(PayeLe, a => a.PayeLe)
                .Avec(Montant, a => a.Paye == MontantTtc.Zero ? null : MontantHt.DeCentimes(a.Paye.Centimes)),
            (ligne, appel) =>
            {
                if (appel is null)
                {
                    ligne.Refuser(
                        Appel,
                        $"« {ligne.Lire(Appel)} » n'est pas un de nos appels : la ligne n'est rapprochée de rien."
                    );
                    return;
                }

                Controler(ligne, appel);
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
        var lignes = apercu.LignesAEcrire.ToList();
        var appels = await AppelsAsync(contexte, acteur, lignes.Select(l => l.Source), annulation);
        foreach (var ligne in lignes)
        {
            var appel = appels[ligne.Cle];
            if (ligne.Source.Lire(NumeroDeTitre) is { } titre)
            {
                appel.Titrer(titre, ligne.Source.Lire(DateDeTitre) ?? appel.DateDeTitre);
            }

            if (Verse(ligne.Source, appel) is { } verse)
            {
                appel.Encaisser(ligne.Source.Lire(PayeLe), verse, ligne.Source.Lire(Reference));
            }
        }

        await contexte.EteindreLesMisesEnDemeureAsync([.. appels.Values], horloge.Aujourdhui, annulation);
    }

    private static void Controler(LigneDImport ligne, AppelDeContribution appel)
    {
        var verdict = Verdict.Favorable;
        if (ligne.Lire(NumeroDeTitre) is { } titre)
        {
            verdict = verdict.Et(appel.PeutTitrer(titre, ligne.Lire(DateDeTitre) ?? appel.DateDeTitre));
        }

        if (Verse(ligne, appel) is { } verse)
        {
            verdict = verdict.Et(appel.PeutEncaisser(ligne.Lire(PayeLe), verse, ligne.Lire(Reference)));
        }

        foreach (var obstacle in verdict.Obstacles)
        {
            ligne.Refuser(null, obstacle.Message);
        }
    }

    /// <summary>Ce que la ligne apporte de plus que les paiements déjà notés : le fichier dit le total payé.</summary>
    private static MontantTtc? Verse(LigneDImport ligne, AppelDeContribution appel) =>
        ligne.Lire(Montant) is { } total
        && MontantTtc.DeCentimes(total.Centimes) - appel.Paye is var verse
        && verse != MontantTtc.Zero
            ? verse
            : null;

    private static string? Cle(string? texte) =>
        ReferenceDAppel.TryParse(texte, out var reference) ? reference!.ToString() : texte?.Trim();

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
}
