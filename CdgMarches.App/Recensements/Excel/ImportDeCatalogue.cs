using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Le catalogue d'une campagne en Excel ou en CSV : modèle, aperçu, publication.</summary>
/// <remarks>
/// Une ligne se reconnaît à son numéro, à défaut à sa désignation dans son lot. Une ligne absente du fichier ne change pas :
/// retirer se demande, par « Oui » dans « À retirer ».
/// </remarks>
public sealed class ImportDeCatalogue(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    ModifierCatalogue modifier,
    HorlogeLegale horloge
)
{
    private const string Rang1 = "Changement n° 1 : ";

    /// <summary>Le catalogue actuel, au format de l'import : le modèle à remplir.</summary>
    /// <returns>Null si la campagne n'est pas du périmètre.</returns>
    public async Task<FichierARemettre?> ModeleAsync(Acteur acteur, CampagneId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagnesVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation);
        if (campagne is null)
        {
            return null;
        }

        var lignes = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l => l.Campagne == id && l.RetireeALaVersion == null)
            .OrderBy(l => l.NumeroDeLot)
            .ThenBy(l => l.Ordre)
            .ThenBy(l => l.Numero)
            .ToListAsync(annulation);
        using var classeur = ClasseurExcel.Creer();
        var plan = new PlanDuCatalogue(campagne);
        EchangeExcel.Ecrire(classeur, plan.Plan, plan.Lecteurs, lignes);
        classeur.LisezMoi(
            "Catalogue de la campagne",
            $"{campagne.Intitule} ({campagne.Reference})",
            horloge.Aujourdhui,
            "Une ligne par article. Laissez « N° » vide pour un article nouveau ; gardez-le pour corriger un article.",
            "« Prestation » : "
                + string.Join(", ", campagne.Prestations.OrderBy(p => p.Ordre).Select(p => $"{p.Code} ({p.Libelle})"))
                + ".",
            "« Lot » : "
                + (
                    campagne.Lots.Count == 0
                        ? "aucun lot dans cette campagne, laissez vide."
                        : string.Join(", ", campagne.Lots.OrderBy(l => l.Numero).Select(l => $"{l.Numero} ({l.Intitule})"))
                            + " ; vide pour un article hors lot."
                ),
            "Chaque article demande au moins un besoin : minimum, estimé, maximum ou montant HT.",
            "Un article absent du fichier ne change pas ; pour le retirer, écrivez « Oui » dans « À retirer »."
        );
        return new FichierARemettre(NomDeFichier.De("catalogue", campagne.Reference, horloge.Aujourdhui), classeur.Enregistrer());
    }

    /// <summary>Reçoit un catalogue, le range, et garde son aperçu.</summary>
    /// <exception cref="RefusException">Le fichier ne se lit pas : rien n'est gardé.</exception>
    public async Task<Guid> PreparerAsync(
        Acteur acteur,
        CampagneId id,
        Stream fichier,
        string nom,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneAGererAsync(acteur, id, annulation);
        var (lignes, avis, empreinte) = await ExaminerAsync(contexte, campagne, fichier, nom, annulation);
        fichier.Position = 0;
        var piece = await magasin.DeposerAsync(
            contexte,
            fichier,
            nom,
            acteur,
            [TypesMime.Xlsx, TypesMime.Csv, TypesMime.Texte],
            annulation
        );
        var import = new ImportDeRecensement
        {
            Nature = NatureDImport.Catalogue,
            Campagne = id,
            PieceId = piece.Id,
            NomDuFichier = piece.Nom,
            Empreinte = empreinte,
            Etat = EtapeDImport.Apercu,
            VersionLue = campagne.Version,
            Nouvelles = lignes.Count(l => l.Etat is EtatDeLigne.Nouvelle),
            Modifiees = lignes.Count(l => l.Etat is EtatDeLigne.Modifiee),
            Inchangees = lignes.Count(l => l.Etat is EtatDeLigne.Inchangee),
            Avertissements = lignes.Count(l => l.Etat is EtatDeLigne.Avertissement),
            Erreurs = lignes.Count(l => l.Etat is EtatDeLigne.Erreur),
            Contenu = new ApercuDeCatalogue([.. lignes.Where(l => l.Etat is not EtatDeLigne.Inchangee)], avis).EnJson(),
            ActeurId = acteur.Id,
            ActeurNom = acteur.Nom,
            CreeLe = horloge.Maintenant,
        };
        contexte.ImportsDeRecensement.Add(import);
        await contexte.SaveChangesAsync(annulation);
        return import.Id;
    }

    /// <summary>Publie ce que l'aperçu a montré.</summary>
    /// <exception cref="RefusException">L'aperçu a des erreurs (en tout ou rien), ou la campagne a changé depuis.</exception>
    public async Task<CataloguePublie> AppliquerAsync(
        Acteur acteur,
        Guid id,
        ModeDImport mode,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var import = await AccesAuxImports.AChangerAsync(contexte, acteur, id, annulation);
        var changements = ExigerAppliquable(import, mode);
        CataloguePublie publie;
        try
        {
            publie = await modifier.ExecuterAsync(acteur, import.Campagne, import.VersionLue, changements, annulation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusException(
                "La campagne a changé depuis l'aperçu. Rien n'a été écrit : importez de nouveau le fichier pour voir le nouvel aperçu."
            );
        }

        import.Etat = EtapeDImport.Applique;
        (import.AppliqueLe, import.AppliquePar) = (horloge.Maintenant, acteur.Nom);
        (import.Ecrites, import.Ecartees) = (changements.Count, import.Erreurs);
        await contexte.SaveChangesAsync(annulation);
        return publie;
    }

    internal static byte[]? EcrireLesRefus(TableurLu tableur, ApercuDeCatalogue apercu, Campagne campagne)
    {
        var motifs = apercu
            .Lignes.Where(l => l.Etat is EtatDeLigne.Erreur)
            .ToDictionary(l => l.NumeroExcel, l => string.Join("\n", l.Messages));
        if (motifs.Count == 0)
        {
            return null;
        }

        using var classeur = ClasseurExcel.Creer();
        var lecture = new PlanDuCatalogue(campagne).Plan.Lire(tableur);
        LireLignesRefusees.Recopier(
            classeur,
            lecture,
            lecture.Lignes.Where(l => motifs.ContainsKey(l.Numero)).Select(l => (l, motifs[l.Numero]))
        );
        return classeur.Enregistrer();
    }

    private static List<ModificationDeCatalogue> ExigerAppliquable(ImportDeRecensement import, ModeDImport mode)
    {
        if (import is not { Nature: NatureDImport.Catalogue, Etat: EtapeDImport.Apercu, Contenu: not null })
        {
            throw new RefusException(
                "Cet import est déjà appliqué ou n'est plus gardé. Rechargez la page pour voir où il en est."
            );
        }

        if (import.Erreurs > 0 && mode is ModeDImport.ToutOuRien)
        {
            throw new RefusException(
                $"{Formats.Compter(import.Erreurs, "ligne est", "lignes sont")} en erreur : rien n'a été écrit. Corrigez le fichier, ou importez les seules lignes correctes."
            );
        }

        var changements = ApercuDeCatalogue
            .DeJson(import.Contenu)
            .Lignes.Select(l => l.Changement?.EnModification())
            .OfType<ModificationDeCatalogue>()
            .ToList();
        return changements.Count == 0
            ? throw new RefusException("Ce fichier ne change rien au catalogue : il n'y a rien à importer.")
            : changements;
    }

    private static async Task<(List<LigneDeCatalogueImportee> Lignes, List<string> Avis, string Empreinte)> ExaminerAsync(
        MarchesDbContext contexte,
        Campagne campagne,
        Stream fichier,
        string nom,
        CancellationToken annulation
    )
    {
        var connues = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l => l.Campagne == campagne.Id && l.RetireeALaVersion == null)
            .ToListAsync(annulation);
        var repondues = await (
            from ligne in contexte.LignesDeReponse
            join reponse in contexte.Reponses on ligne.Reponse equals reponse.Id
            where reponse.Campagne == campagne.Id
            select ligne.Ligne
        )
            .Distinct()
            .ToListAsync(annulation);
        try
        {
            var tableur = LecteurDeTableur.Lire(fichier, nom);
            var plan = new PlanDuCatalogue(campagne);
            var lecture = plan.Plan.Lire(tableur);
            var parNumero = connues.ToDictionary(l => Cle(l.Numero));
            var parDesignation = connues
                .GroupBy(l => plan.CleSansNumero(l.Prestation.Valeur, l.NumeroDeLot, l.Designation))
                .Where(g => g.Count() == 1)
                .ToDictionary(g => g.Key, g => Cle(g.Single().Numero));
            var repondue = repondues.ToHashSet();
            var ordreSuivant = connues.Count == 0 ? 10 : connues.Max(l => l.Ordre) + 10;
            Dictionary<int, ChangementDeCatalogue> changements = [];
            var apercu = ApercuDImport.Construire(
                lecture,
                CleDe,
                cle => parNumero.GetValueOrDefault(cle),
                plan.Lecteurs,
                Controler
            );
            return ([.. apercu.Lignes.Select(EnLigne)], [.. apercu.Avis], tableur.Empreinte);

            string CleDe(LigneDImport ligne)
            {
                if (ligne.Lire(plan.Numero) is { } numero)
                {
                    return Cle(numero);
                }

                var cle = plan.CleSansNumero(ligne.Lire(plan.Prestation), ligne.Lire(plan.Lot), ligne.Lire(plan.Designation));
                return parDesignation.GetValueOrDefault(cle, cle);
            }

            void Controler(LigneDImport ligne, LigneDeCatalogue? existante)
            {
                if (existante is null && ligne.Lire(plan.Numero) is { } inconnu)
                {
                    ligne.Refuser(
                        plan.Numero,
                        $"la ligne {inconnu} n'est pas ou plus au catalogue ; laissez la colonne vide pour un article nouveau."
                    );
                }

                if (ligne.EstEnErreur)
                {
                    return;
                }

                var description = plan.Decrire(ligne, existante, ordreSuivant);
                ordreSuivant += existante is null ? 10 : 0;
                var retrait = ligne.Lire(plan.ARetirer) is true;
                if (retrait && existante is null)
                {
                    ligne.Refuser(plan.ARetirer, "cet article n'est pas au catalogue : il n'y a rien à retirer.");
                    return;
                }

                if (!retrait && existante is not null && existante.Description == description)
                {
                    return;
                }

                var changement = ChangementDeCatalogue.De(existante?.Numero, description, retrait);
                var verdict = campagne.PeutModifierCatalogue(connues, [changement.EnModification()], repondue);
                foreach (var obstacle in verdict.Obstacles)
                {
                    ligne.Refuser(null, obstacle.Message.Replace(Rang1, "", StringComparison.Ordinal));
                }

                changements[ligne.Numero] = changement;
            }

            LigneDeCatalogueImportee EnLigne(LigneDApercu ligne)
            {
                var changement = changements.GetValueOrDefault(ligne.Numero);
                var etat = ligne.Etat switch
                {
                    EtatDeLigne.Erreur or EtatDeLigne.Avertissement => ligne.Etat,
                    _ when changement is null => EtatDeLigne.Inchangee,
                    _ when changement.Numero is null => EtatDeLigne.Nouvelle,
                    _ => EtatDeLigne.Modifiee,
                };
                return new LigneDeCatalogueImportee(
                    ligne.Numero,
                    ligne.Source.Lire(plan.Designation) ?? "",
                    etat,
                    etat is EtatDeLigne.Erreur ? null : changement,
                    [
                        .. ligne
                            .Cellules.Where(c => c.EstModifiee || c.Gravite is not null)
                            .Select(c => new CelluleChangee(c.Lettre, c.Entete, c.Ancienne, c.Nouvelle)),
                    ],
                    ligne.Messages
                );
            }
        }
        catch (FichierRefuseException refus)
        {
            throw new RefusException(refus.Phrase);
        }

        static string Cle(long numero) => "N° " + numero.ToString(CultureInfo.InvariantCulture);
    }
}
