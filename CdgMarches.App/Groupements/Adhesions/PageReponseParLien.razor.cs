using CdgMarches.App.Socle.Liens;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>La réponse à une invitation par lien personnel : l'ouvrir montre, l'envoyer enregistre. Page statique, faite pour un téléphone.</summary>
public sealed partial class PageReponseParLien(RepondreParLien repondre) : PageParLien
{
    private InvitationLue? _invitation;
    private string? _fait;

    [SupplyParameterFromForm(FormName = "entrer")]
    private SaisieDeReponse Entree { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "decliner")]
    private SaisieDeReponse Refus { get; set; } = null!;

    private bool FormulairesMontres => _fait is null && _invitation is { PeutRepondre.EstFavorable: true };

    protected override async Task OnInitializedAsync()
    {
        Entree ??= new SaisieDeReponse();
        Refus ??= new SaisieDeReponse();
        await TenterAsync(async () => _invitation = await repondre.LireAsync(Jeton));
    }

    private bool EstCochee((Guid Id, string Libelle, bool Choisie) prestation) =>
        Entree.Prestations?.Contains(prestation.Id.ToString()) ?? prestation.Choisie;

    private Task EntrerAsync() =>
        RepondreAsync(
            new ReponseALInvitation.Entrer([
                .. (Entree.Prestations ?? []).Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty),
            ]),
            Entree,
            "Le centre de gestion sait que votre collectivité veut entrer. Votre assemblée délibère ; vous lui remettrez la délibération exécutoire, puis la convention ou l'avenant signé."
        );

    private Task DeclinerAsync() =>
        RepondreAsync(
            new ReponseALInvitation.Decliner(Refus.Motif),
            Refus,
            "L'invitation est déclinée : le centre de gestion lit votre motif. Une demande reste possible ensuite."
        );

    private async Task RepondreAsync(ReponseALInvitation reponse, SaisieDeReponse saisie, string fait)
    {
        if (await TenterAsync(() => repondre.ExecuterAsync(Jeton, reponse, saisie.Nom, saisie.Qualite, AdresseReseau)))
        {
            _fait = fait;
        }
    }

    private sealed class SaisieDeReponse
    {
        public string[]? Prestations { get; set; }

        public string? Motif { get; set; }

        public string? Nom { get; set; }

        public string? Qualite { get; set; }
    }
}
