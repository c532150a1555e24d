using CdgMarches.App.Courriels;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements.Vie;

/// <summary>Écrit à chaque personne du comité ce qu'une réunion devient, avec son entrée d'agenda.</summary>
public sealed class MessagesDuComite(ComposerCourriel composer, LireParametres parametres, HorlogeLegale horloge)
{
    /// <summary>Dépose un courriel pour chacun, dans la transaction de ce qui le cause.</summary>
    /// <returns>Ceux qui n'ont pas de courriel, avec leur collectivité : « Paul Martin (Arras) ».</returns>
    public async Task<IReadOnlyList<string>> DeposerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ReunionDeComite reunion,
        DefinitionDeModele definition,
        string? motif,
        CancellationToken annulation
    )
    {
        var groupement = await contexte.AppellationAsync(reunion.Groupement, annulation);
        var modele = await composer.LireAsync(definition.Cle, annulation);
        var organisateur = await contexte.OrganisateurAsync(
            acteur,
            await parametres.ReglageAsync(ClesDeReglage.NomDuCdg, annulation),
            annulation
        );
        var valeurs = new Dictionary<string, string>
        {
            ["groupement"] = groupement,
            ["jour"] = Formats.DateCourte(reunion.Le),
            ["date"] = Formats.DateAvecJour(reunion.Le),
            ["heure"] = Formats.Heure(reunion.Heure),
            ["lieu"] = reunion.Lieu,
            ["ordre_du_jour"] = reunion.OrdreDuJour,
            ["motif"] = motif?.Trim() ?? "",
        };
        var entree = new ReunionDAgenda(
            $"comite-{reunion.Id.Valeur:N}",
            reunion.SequenceDAgenda,
            $"Comité de suivi — {groupement}",
            reunion.Le,
            reunion.Heure
        )
        {
            EstAnnulee = reunion.EstAnnulee,
            Lieu = reunion.Lieu,
            Description = reunion.OrdreDuJour,
        };
        foreach (var invite in reunion.Presences.Where(p => p.Courriel is not null))
        {
            var courriel = modele.Pour(invite.Courriel!, invite.Nom, valeurs) with
            {
                ObjetType = nameof(ReunionDeComite),
                ObjetId = reunion.Id.Valeur,
                Collectivite = invite.Collectivite.Valeur,
            };
            FileDeCourriels.Deposer(contexte, courriel.AvecEntree(entree, organisateur, horloge), horloge.Maintenant);
        }

        var sansCourriel = reunion.Presences.Where(p => p.Courriel is null).ToList();
        var noms = await contexte.NomsAsync([.. sansCourriel.Select(p => p.Collectivite).Distinct()], annulation);
        IReadOnlyList<string> cites = [.. sansCourriel.Select(p => $"{p.Nom} ({noms[p.Collectivite]})")];
        EssaiABlanc.NoterSansAdresse(cites);
        return cites;
    }
}
