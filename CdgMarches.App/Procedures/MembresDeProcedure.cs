using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Exclut un membre d'une procédure en préparation, avec un motif, ou l'y réintègre.</summary>
public sealed class ExclureMembre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="id">La procédure.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="collectivite">Le membre.</param>
    /// <param name="motif">Pourquoi ; null pour le réintégrer.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        CollectiviteId collectivite,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        contexte.ExigerVersion(procedure, versionLue);
        var nom = await contexte
            .Adhesions.Where(a => a.Groupement == procedure.Groupement && a.Collectivite == collectivite)
            .Join(contexte.Collectivites, a => a.Collectivite, c => c.Id, (_, c) => c.Nom)
            .FirstOrDefaultAsync(annulation);
        if (nom is null)
        {
            throw new RefusException("Cette collectivité n'est pas membre du groupement. Rien n'a été modifié.");
        }

        var existante = await contexte.ExclusionsDeMembre.SingleOrDefaultAsync(
            e => e.Procedure == id && e.Collectivite == collectivite,
            annulation
        );
        procedure.NoterExclusion(nom, collectivite.Valeur, motif, reintegre: motif is null);
        if (existante is not null)
        {
            contexte.Remove(existante);
        }

        if (motif is not null)
        {
            contexte.Add(new ExclusionDeMembre(id, collectivite, motif, acteur.Nom, horloge.Maintenant));
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Envoie la note d'organisation aux membres concernés : un courriel à chacun, la réponse se donne dans « Mon espace ».</summary>
public sealed class EnvoyerLaNote(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    ComposerCourriel composer,
    Compte.AdressesPubliques adresses
)
{
    public static DefinitionDeModele Definition { get; } =
        new(
            "procedure.note",
            "Procédure : note d'organisation à approuver",
            [
                new("objet", "L'objet de la consultation", "Télétransmission des actes"),
                new("echeance", "Le dernier jour pour répondre", "31 mars 2026") { EstIndispensable = true },
                new("lien", "L'adresse où répondre", "https://marches.exemple.fr/espace/procedures/…")
                {
                    EstIndispensable = true,
                },
                new("note", "La note elle-même", "La consultation porte sur deux lots.") { EstIndispensable = true },
            ],
            "Note d'organisation à approuver : {{objet}}",
            """
            Le CDG vous soumet l'organisation de la consultation « {{objet}} ».
            Répondez au plus tard le {{echeance}} : accord, ou observation.

            {{lien}}

            {{note}}
            """
        );

    /// <returns>Le nombre de courriels mis en file.</returns>
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        string? texte,
        DateOnly reponseAvant,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        var modele = await composer.LireAsync(Definition.Cle, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var procedure = await contexte.ProcedureAsync(acteur, id, jeton);
                contexte.ExigerVersion(procedure, versionLue);
                procedure.EnvoyerLaNote(texte, horloge.Aujourdhui, reponseAvant);
                var concernes = await contexte
                    .MembresConcernes(id, procedure.Groupement, procedure.Consolidation, horloge.Aujourdhui)
                    .Select(c => c.Collectivite)
                    .ToListAsync(jeton);
                var personnes = (await contexte.DestinatairesAsync(concernes, horloge.Aujourdhui, jeton)).Personnes;
                var lien = adresses.De($"/espace/procedures/{id.Valeur}");
                foreach (var personne in personnes)
                {
                    FileDeCourriels.Deposer(
                        contexte,
                        modele.Pour(
                            personne.Adresse,
                            personne.Nom,
                            new Dictionary<string, string>
                            {
                                ["objet"] = procedure.Objet,
                                ["echeance"] = Formats.DateLongue(reponseAvant),
                                ["lien"] = lien,
                                ["note"] = procedure.Note ?? "",
                            }
                        ) with
                        {
                            ObjetType = nameof(Procedure),
                            ObjetId = id.Valeur,
                            Collectivite = personne.Collectivite.Valeur,
                        },
                        horloge.Maintenant
                    );
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return personnes.Count;
            },
            annulation
        );
    }
}

/// <summary>La réponse d'un membre à la note d'organisation.</summary>
public sealed class RendreAvisSurLaNote(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        CollectiviteId collectivite,
        SensDeLAvis sens,
        string? texte,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererProcedures : Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var note = await contexte
            .Procedures.AsNoTracking()
            .Where(p => p.Id == id && p.NoteEnvoyeeLe != null)
            .Where(p => contexte.Adhesions.Any(a => a.Groupement == p.Groupement && a.Collectivite == collectivite))
            .Select(p => new { p.NoteReponseAvant })
            .SingleOrDefaultAsync(annulation);
        if (note is null)
        {
            throw new DroitManquantException(Droits.Espace);
        }

        Verdict
            .De(new ReponseALaNoteATemps(horloge.Aujourdhui, note.NoteReponseAvant), new ObservationEcrite(sens, texte))
            .Exiger();
        var avis = await contexte.AvisSurLaNote.SingleOrDefaultAsync(
            a => a.Procedure == id && a.Collectivite == collectivite,
            annulation
        );
        if (avis is null)
        {
            contexte.Add(new AvisSurLaNote(id, collectivite, sens, texte, acteur.Nom, horloge.Maintenant));
        }
        else
        {
            avis.Rendre(sens, texte, acteur.Nom, horloge.Maintenant);
        }

        await FileDeCourriels.NoterLaReponseAsync(
            contexte,
            nameof(Procedure),
            id.Valeur,
            collectivite.Valeur,
            horloge.Maintenant,
            annulation
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
