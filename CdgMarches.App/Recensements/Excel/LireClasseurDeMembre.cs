using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Un fichier à remettre.</summary>
public sealed record FichierARemettre(string Nom, byte[] Contenu);

/// <summary>Prépare le classeur d'un membre : pour une réponse, ou pour toutes celles de la campagne.</summary>
public sealed class LireClasseurDeMembre(
    IDbContextFactory<MarchesDbContext> donnees,
    SceauDeClasseur sceau,
    HorlogeLegale horloge
)
{
    /// <summary>Le classeur d'une seule prestation.</summary>
    /// <returns>Null si la réponse n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FichierARemettre?> DUneReponseAsync(
        Acteur acteur,
        ReponseId reponse,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return Ecrire(await ContenuAsync(contexte, contexte.ReponsesVisibles(acteur).Where(r => r.Id == reponse), annulation));
    }

    /// <summary>Le classeur de toutes les prestations d'un membre : une feuille par prestation.</summary>
    /// <returns>Null si le membre n'a aucune réponse dans la campagne, ou n'est pas du périmètre.</returns>
    public async Task<FichierARemettre?> DUnMembreAsync(
        Acteur acteur,
        CampagneId campagne,
        CollectiviteId membre,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return Ecrire(
            await ContenuAsync(
                contexte,
                contexte.ReponsesVisibles(acteur).Where(r => r.Campagne == campagne && r.Collectivite == membre),
                annulation
            )
        );
    }

    /// <summary>Ce que contiennent des réponses d'un même membre, N-1 compris.</summary>
    private static async Task<ContenuDuClasseur?> ContenuAsync(
        MarchesDbContext contexte,
        IQueryable<Reponse> visibles,
        CancellationToken annulation
    )
    {
        var reponses = await visibles.AsNoTracking().ToListAsync(annulation);
        if (reponses.Count == 0)
        {
            return null;
        }

        var (id, membre) = (reponses[0].Campagne, reponses[0].Collectivite);
        var campagne = await contexte.Campagnes.AsNoTracking().SingleAsync(c => c.Id == id, annulation);
        var nom = await contexte.Collectivites.Where(c => c.Id == membre).Select(c => c.Nom).SingleAsync(annulation);
        var prestations = reponses.Select(r => r.Prestation).ToList();
        var lignes = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l => l.Campagne == id && l.RetireeALaVersion == null && prestations.Contains(l.Prestation))
            .OrderBy(l => l.NumeroDeLot)
            .ThenBy(l => l.Ordre)
            .ThenBy(l => l.Numero)
            .ToListAsync(annulation);
        var ids = reponses.Select(r => r.Id).ToList();
        var saisies = (
            await contexte.LignesDeReponse.AsNoTracking().Where(l => ids.Contains(l.Reponse)).ToListAsync(annulation)
        ).ToDictionary(l => (l.Reponse, l.Ligne));
        List<ReponseDuClasseur> contenu = [];
        foreach (var prestation in campagne.Prestations.OrderBy(p => p.Ordre))
        {
            if (reponses.Find(r => r.Prestation == prestation.Prestation) is not { } reponse)
            {
                continue;
            }

            var n1 = await ValeursN1.DeLaReponseAsync(contexte, reponse, annulation);
            contenu.Add(
                new ReponseDuClasseur(
                    reponse.Id,
                    prestation.Prestation,
                    prestation.Code,
                    prestation.Libelle,
                    reponse.Etat,
                    reponse.DelaiAccorde ?? campagne.Cloture,
                    [
                        .. lignes
                            .Where(l => l.Prestation == prestation.Prestation)
                            .Select(l => new LigneDuClasseur(
                                l,
                                NomDuLot(campagne, l.NumeroDeLot),
                                saisies.GetValueOrDefault((reponse.Id, l.Numero)),
                                n1.GetValueOrDefault(l.Numero)
                            )),
                    ]
                )
            );
        }

        return new ContenuDuClasseur(EnTeteDeCampagne.De(campagne), membre, nom, contenu);
    }

    /// <summary>« 3 — Papier », ou rien pour une ligne hors lot.</summary>
    internal static string NomDuLot(Campagne campagne, int numero) =>
        campagne.Lots.FirstOrDefault(l => l.Numero == numero) is { } lot ? $"{lot.Numero} — {lot.Intitule}" : "";

    private FichierARemettre? Ecrire(ContenuDuClasseur? contenu)
    {
        if (contenu is null)
        {
            return null;
        }

        if (contenu.Campagne.VersionDuCatalogue == 0)
        {
            throw new RefusException(
                "La campagne n'est pas encore ouverte : le classeur du membre n'existe qu'à partir de l'ouverture."
            );
        }

        var objet = contenu.Reponses.Count == 1 ? $"{contenu.NomDuMembre} {contenu.Reponses[0].Code}" : contenu.NomDuMembre;
        return new FichierARemettre(
            NomDeFichier.De("recensement", objet, horloge.Aujourdhui),
            ClasseurDeMembre.Ecrire(contenu, sceau, horloge.Maintenant, horloge.Aujourdhui)
        );
    }
}
