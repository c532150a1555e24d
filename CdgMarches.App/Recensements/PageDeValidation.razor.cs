using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>La validation par lien personnel : l'ouvrir montre, l'envoyer enregistre. Page statique, faite pour un téléphone.</summary>
public sealed partial class PageDeValidation(ValiderParLien valider, HorlogeLegale horloge) : PageParLien
{
    private EtatDesBesoins? _etat;
    private EtatDesBesoins? _recu;
    private string? _numero;
    private string _destinataire = "";

    [SupplyParameterFromForm(FormName = "valider")]
    private SaisieDeValidation Saisie { get; set; } = null!;

    private IReadOnlyList<PrestationLue> AValider =>
        [.. _etat!.Prestations.Where(p => p.Etat.EstSaisissable() && p.PeutValider.EstFavorable)];

    private bool FormulaireMontre => _recu is null && _etat is not null && AValider.Count > 0;

    /// <summary>Les réponses montrées et leur version : c'est cela, et rien d'autre, que la personne valide.</summary>
    private string Versions =>
        string.Join(';', AValider.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Reponse.Valeur:N}:{p.Version}")));

    protected override async Task OnInitializedAsync()
    {
        Saisie ??= new SaisieDeValidation();
        await TenterAsync(async () => (_etat, _destinataire) = await valider.LireAsync(Jeton));
    }

    private async Task ValiderAsync()
    {
        try
        {
            await TenterAsync(async () =>
                (_numero, _recu) = await valider.ExecuterAsync(
                    Jeton,
                    LireVersions(Saisie.Versions),
                    Saisie.Nom,
                    Saisie.Qualite,
                    AdresseReseau
                )
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            Empechement =
                "Les besoins ont changé pendant votre lecture : rien n'a été validé. Relisez les valeurs ci-dessus, à jour, puis confirmez de nouveau.";
        }
    }

    private static List<ReponseAValider> LireVersions(string? texte)
    {
        List<ReponseAValider> lues = [];
        foreach (var couple in (texte ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Take(100))
        {
            var morceaux = couple.Split(':');
            if (
                morceaux.Length == 2
                && Guid.TryParseExact(morceaux[0], "N", out var id)
                && int.TryParse(morceaux[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            )
            {
                lues.Add(new ReponseAValider(new ReponseId(id), version));
            }
        }

        return lues;
    }

    private sealed class SaisieDeValidation
    {
        public string? Nom { get; set; }

        public string? Qualite { get; set; }

        public string? Versions { get; set; }
    }
}
