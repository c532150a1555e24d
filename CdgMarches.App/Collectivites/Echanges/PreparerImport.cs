using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Une valeur que l'aperçu montre : ce qui change, ou ce qui est fautif.</summary>
/// <remarks>Les noms sont courts dans la base : un aperçu garde des dizaines de milliers de ces valeurs.</remarks>
public sealed record CelluleMontree(
    [property: JsonPropertyName("c")] string Lettre,
    [property: JsonPropertyName("t")] string Entete,
    [property: JsonPropertyName("a")] string? Ancienne,
    [property: JsonPropertyName("n")] string? Nouvelle,
    [property: JsonPropertyName("g")] Gravite? Gravite,
    [property: JsonPropertyName("m")] string? Message
);

/// <summary>Lit un fichier de collectivités, le confronte au référentiel et garde l'aperçu ; rien d'autre n'est écrit.</summary>
public sealed class PreparerImport(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    private static readonly TimeSpan GardeDesApercus = TimeSpan.FromDays(7);

    /// <summary>Sans les champs vides ni l'échappement des accents : ce que l'aperçu garde en pèse trois fois moins.</summary>
    private static readonly JsonSerializerOptions Concis = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="RefusException">Le fichier n'est pas lisible : la phrase dit pourquoi et que faire.</exception>
    public async Task<ImportDeCollectivitesId> ExecuterAsync(
        Acteur acteur,
        Stream fichier,
        string nomDuFichier,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        var lecture = Lire(fichier, nomDuFichier);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var existant = await ExistantDuReferentiel.LireAsync(contexte, annulation);
        var comparaison = await ComparerAsync(contexte, lecture, existant, annulation);
        var apercu = comparaison.Apercu;
        var lignes = apercu.Lignes.Select(l => Garder(l, comparaison)).ToList();
        var refus = apercu.SansErreur ? null : EchangeExcel.EcrireLesRefus(apercu);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var import = ImportDeCollectivites.Preparer(
                    apercu.NomDeFichier,
                    apercu.Empreinte,
                    apercu.Feuille,
                    (acteur.Id, acteur.Nom),
                    horloge.Maintenant,
                    apercu.Phrase,
                    apercu.Avis,
                    apercu.Nombre(EtatDeLigne.Erreur),
                    lignes.Count(l => l.AEcrire)
                );
                contexte.Add(import);
                if (refus is not null)
                {
                    contexte.Add(new FichierDesRefus(import.Id, refus));
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                await contexte.InsererAsync([.. lignes.Select(l => l.De(import.Id))], jeton);
                var limite = horloge.Maintenant - GardeDesApercus;
                await contexte
                    .ImportsDeCollectivites.Where(i => i.Etat == EtatDImport.Prepare && i.PrepareLe < limite)
                    .ExecuteDeleteAsync(jeton);
                return import.Id;
            },
            annulation
        );
    }

    private static LectureDImport Lire(Stream fichier, string nom)
    {
        try
        {
            var lecture = FormatDesCollectivites.Plan.Lire(LecteurDeTableur.Lire(fichier, nom));
            return lecture.Lignes.Count > 0 && lecture.Colonnes.Presentes.Any(c => FormatDesCollectivites.EstUneCle(c.Colonne))
                ? lecture
                : throw new RefusException(
                    $"« {nom} » ne contient aucune collectivité reconnaissable : il faut une ligne d'en-têtes avec au moins SIRET ou SIREN, et des lignes dessous. Rien n'a été importé ; partez du modèle."
                );
        }
        catch (FichierRefuseException refus)
        {
            throw new RefusException(refus.Phrase);
        }
    }

    private static async Task<Comparaison> ComparerAsync(
        MarchesDbContext contexte,
        LectureDImport lecture,
        ExistantDuReferentiel existant,
        CancellationToken annulation
    )
    {
        Dictionary<int, (ExistantDuReferentiel.Repere? Fiche, string? Refus)> reperes = [];
        HashSet<string> sirensDuFichier = [];
        foreach (var ligne in lecture.Lignes)
        {
            reperes[ligne.Numero] = existant.Reconnaitre(ligne);
            var siren = ligne.Lire(FormatDesCollectivites.Siret)?[..Siren.Longueur] ?? ligne.Lire(FormatDesCollectivites.Siren);
            if (siren is not null)
            {
                sirensDuFichier.Add(siren);
            }
        }

        await existant.ChargerAsync(contexte, reperes.Values.Select(r => r.Fiche?.Id).OfType<CollectiviteId>(), annulation);
        Dictionary<string, FicheEchangee> avants = [];
        Dictionary<int, string?> cles = [];
        foreach (var ligne in lecture.Lignes)
        {
            var fiche = reperes[ligne.Numero].Fiche;
            var cle = Cle(ligne, fiche);
            cles[ligne.Numero] = cle;
            if (fiche is not null)
            {
                avants[cle!] = Avant(ligne, existant.Fiche(fiche), existant);
            }
        }

        var controle = new ControleDesLignes(existant, sirensDuFichier);
        var apercu = ApercuDImport.Construire(
            lecture,
            l => cles[l.Numero],
            cle => avants.GetValueOrDefault(cle),
            FormatDesCollectivites.Champs,
            (ligne, avant) => controle.Controler(ligne, avant, reperes[ligne.Numero])
        );
        return new Comparaison(apercu, reperes, avants, existant);
    }

    /// <summary>Les deux lignes d'un fichier qui visent la même fiche ont la même clé, quels que soient les numéros donnés.</summary>
    private static string? Cle(LigneDImport ligne, ExistantDuReferentiel.Repere? fiche) =>
        fiche is not null
            ? fiche.Siret?.Valeur ?? fiche.Siren?.Valeur ?? fiche.Id.Valeur.ToString("D")
            : ligne.Lire(FormatDesCollectivites.Siret)
                ?? ligne.Lire(FormatDesCollectivites.Siren)
                ?? ligne.Lire(FormatDesCollectivites.CodeInsee);

    /// <summary>La fiche d'avant, avec l'effectif et la population des années que la ligne nomme.</summary>
    /// <remarks>Une année sans nombre n'apporte rien : elle est tenue pour déjà là.</remarks>
    private static FicheEchangee Avant(LigneDImport ligne, Collectivite c, ExistantDuReferentiel existant)
    {
        var anneeDEffectif = ligne.Lire(FormatDesCollectivites.AnneeDEffectif);
        var anneeDePopulation = ligne.Lire(FormatDesCollectivites.AnneeDePopulation);
        var avant = FicheEchangee.De(c, existant.SirenDe(c.Parent), (int?)anneeDEffectif, (int?)anneeDePopulation);
        if (ligne.Lire(FormatDesCollectivites.Agents) is null)
        {
            avant = avant with { AnneeDEffectif = anneeDEffectif };
        }

        var sansPopulation =
            ligne.Lire(FormatDesCollectivites.PopulationTotale) is null
            && ligne.Lire(FormatDesCollectivites.PopulationMunicipale) is null;
        return sansPopulation ? avant with { AnneeDePopulation = anneeDePopulation } : avant;
    }

    private static LigneAGarder Garder(LigneDApercu ligne, Comparaison comparaison)
    {
        var fiche = comparaison.Reperes[ligne.Numero].Fiche;
        var avant = fiche is null ? null : comparaison.Avants.GetValueOrDefault(ligne.Cle);
        var bonne = ligne.Etat is not EtatDeLigne.Erreur;
        var ecrit = bonne && ligne.Effet is not EffetDeLigne.Aucun;
        var montrees = ligne
            .Cellules.Where(c => c.EstModifiee || c.Gravite is not null)
            .Select(c => new CelluleMontree(c.Lettre, c.Entete, c.Ancienne, c.Nouvelle, c.Gravite, c.Message));
        return new LigneAGarder(
            ligne,
            ecrit,
            JsonSerializer.Serialize(montrees, Concis),
            ecrit
                ? JsonSerializer.Serialize(FormatDesCollectivites.Appliquer(ligne.Source, avant ?? new FicheEchangee()), Concis)
                : null,
            ecrit && avant is not null ? JsonSerializer.Serialize(avant, Concis) : null,
            fiche
        );
    }

    private sealed record Comparaison(
        ApercuDImport Apercu,
        Dictionary<int, (ExistantDuReferentiel.Repere? Fiche, string? Refus)> Reperes,
        Dictionary<string, FicheEchangee> Avants,
        ExistantDuReferentiel Existant
    );

    /// <summary>Une ligne prête à garder : tout est calculé avant d'ouvrir la transaction.</summary>
    private sealed record LigneAGarder(
        LigneDApercu Ligne,
        bool AEcrire,
        string Cellules,
        string? Cible,
        string? Avant,
        ExistantDuReferentiel.Repere? Fiche
    )
    {
        public LigneImportee De(ImportDeCollectivitesId import)
        {
            var nom = Ligne.Source.Lire(FormatDesCollectivites.Nom) ?? Fiche?.Nom ?? "";
            return new LigneImportee
            {
                Import = import,
                Numero = Ligne.Numero,
                Cle = Ligne.Cle.Length > 100 ? Ligne.Cle[..100] : Ligne.Cle,
                Nom = nom,
                Etat = Ligne.Etat.ToString(),
                AEcrire = AEcrire,
                Cellules = Cellules,
                Messages = string.Join('\n', Ligne.Messages),
                Cible = Cible,
                Avant = Avant,
                Fiche = Fiche?.Id.Valeur,
                VersionLue = Fiche?.Version,
                Sort =
                    AEcrire ? SortDeLigne.EnAttente
                    : Ligne.Etat is EtatDeLigne.Erreur ? SortDeLigne.Refusee
                    : SortDeLigne.Inchangee,
            };
        }
    }
}
