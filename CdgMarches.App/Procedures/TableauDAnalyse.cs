using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Le tableau d'analyse d'un lot, une ligne par offre et une colonne par critère : exporté, rempli, réimporté.</summary>
public sealed class TableauDAnalyse(LireAnalyse lire, AnalyserLot analyser, HorlogeLegale horloge)
{
    private static readonly ColonneDImport<string?> Entreprise = Colonnes.Texte("Entreprise", 300) with
    {
        Presence = Presence.ValeurRequise,
    };

    private static readonly ColonneDImport<MontantHt?> Montant = Colonnes.MontantHt("Montant HT") with { VideConserve = true };

    public async Task<byte[]> ExporterAsync(Acteur acteur, ProcedureId id, int lot, CancellationToken annulation = default)
    {
        var (analyse, plan, notes) = await PreparerAsync(acteur, id, lot, annulation);
        using var classeur = ClasseurExcel.Creer();
        EchangeExcel.Ecrire(classeur, plan, Champs(analyse, notes), analyse.Offres.OrderBy(o => o.Numero));
        var rangs = classeur
            .Feuille("Classement")
            .Entetes(
                ColonneExcel.Entier("Rang"),
                ColonneExcel.Texte("Entreprise"),
                ColonneExcel.Montant("Montant HT"),
                ColonneExcel.Prix("Total sur 100")
            );
        foreach (var rang in analyse.Classer())
        {
            rangs
                .Ligne()
                .Entier(rang.Rang)
                .Texte(rang.Offre.Entreprise)
                .Montant(rang.Offre.MontantCentimes)
                .Prix(PrixUnitaire.De(decimal.Round(rang.Total, 4)));
        }

        classeur.LisezMoi(
            $"Analyse du lot {lot}",
            $"Notes de 0 à {AnalyseDeLot.NoteMaximale:0} ; critères et poids du règlement de la consultation.",
            horloge.Aujourdhui,
            "Remplissez les notes, puis réimportez ce fichier sur la page du lot."
        );
        return classeur.Enregistrer();
    }

    /// <summary>Lit les notes d'un fichier et dit ce qui changerait.</summary>
    public async Task<ApercuDImport> LireAsync(
        Acteur acteur,
        ProcedureId id,
        int lot,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        var (analyse, plan, notes) = await PreparerAsync(acteur, id, lot, annulation);
        var parNom = analyse.Offres.ToDictionary(o => CleDeTri.De(o.Entreprise), StringComparer.Ordinal);
        return ApercuDImport.Construire(
            plan.Lire(LecteurDeTableur.Lire(contenu, nom)),
            l => l.Lire(Entreprise) is { } e ? CleDeTri.De(e) : null,
            cle => parNom.GetValueOrDefault(cle),
            Champs(analyse, notes),
            (ligne, offre) =>
            {
                if (offre is null)
                {
                    ligne.Refuser(Entreprise, "aucune offre de ce nom dans ce lot : ajoutez-la d'abord, ou corrigez le nom.");
                }

                foreach (var colonne in notes.Values)
                {
                    if (ligne.Lire(colonne) is { } note && note.Valeur > AnalyseDeLot.NoteMaximale)
                    {
                        ligne.Refuser(colonne, $"une note va de 0 à {AnalyseDeLot.NoteMaximale:0}.");
                    }
                }
            }
        );
    }

    public async Task<int> AppliquerAsync(
        Acteur acteur,
        ProcedureId id,
        int lot,
        int versionLue,
        ApercuDImport apercu,
        CancellationToken annulation = default
    )
    {
        var (analyse, _, _) = await PreparerAsync(acteur, id, lot, annulation);
        List<ActeDAnalyse> actes = [];
        foreach (var ligne in apercu.LignesAImporter.Where(l => l.Effet is EffetDeLigne.Modification))
        {
            var offre = analyse.Offres.First(o => CleDeTri.De(o.Entreprise) == ligne.Cle);
            if (ligne.Source.Lire(Montant) is { } montant)
            {
                actes.Add(new ActeDAnalyse.CorrigeLeMontant(offre.Numero, montant));
            }

            foreach (var critere in analyse.Criteres)
            {
                var colonne = apercu
                    .Lecture.Plan.Colonnes.OfType<ColonneDImport<Quantite?>>()
                    .First(c => c.Entete == Titre(critere));
                if (ligne.Source.Lire(colonne) is { } note)
                {
                    actes.Add(new ActeDAnalyse.Note(offre.Numero, critere.Numero, note.Valeur));
                }
            }
        }

        await analyser.ExecuterAsync(acteur, id, lot, versionLue, actes, annulation);
        return actes.Count;
    }

    private async Task<(AnalyseDeLot Analyse, PlanDImport Plan, Dictionary<int, ColonneDImport<Quantite?>> Notes)> PreparerAsync(
        Acteur acteur,
        ProcedureId id,
        int lot,
        CancellationToken annulation
    )
    {
        var lue = await lire.ExecuterAsync(acteur, id, lot, annulation);
        if (lue is not { EstDeporte: false, EstOuverte: true })
        {
            throw new DroitManquantException(Droits.GererProcedures);
        }

        var notes = lue.Analyse.Criteres.ToDictionary(
            c => c.Numero,
            c => Colonnes.Quantite(Titre(c)) with { VideConserve = true, Saisie = true }
        );
        return (
            lue.Analyse,
            new PlanDImport("Analyse", [Entreprise, Montant, .. notes.OrderBy(n => n.Key).Select(n => n.Value)]),
            notes
        );
    }

    private static string Titre(Critere critere) => $"{critere.Intitule} ({critere.Poids:0.##} %)";

    private static Champs<OffreDeLot> Champs(AnalyseDeLot analyse, Dictionary<int, ColonneDImport<Quantite?>> notes)
    {
        var champs = new Champs<OffreDeLot>().Avec(Entreprise, o => o.Entreprise).Avec(Montant, o => o.Montant);
        foreach (var (critere, colonne) in notes)
        {
            champs.Avec(
                colonne,
                o =>
                    analyse.Notes.FirstOrDefault(n => n.Offre == o.Numero && n.Critere == critere) is { } note
                        ? Quantite.De(note.Valeur)
                        : (Quantite?)null
            );
        }

        return champs;
    }
}
